// Licensed under the Apache License, Version 2.0; see LICENSE at the top of the repository.

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;

/** What this process, and what it wrote, has used. */
final class ProcessFigures {
    private ProcessFigures() {
    }

    /** Processor time of all threads, those of the compiler and of the garbage collector included. */
    static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** The most memory that the process has had at any moment, mapped files included (Linux). */
    static long peakBytes() throws IOException {
        for (String line : Files.readAllLines(Paths.get("/proc/self/status"), StandardCharsets.UTF_8))
            if (line.startsWith("VmHWM:")) return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
        throw new IOException("/proc/self/status has no VmHWM");
    }

    static long folderBytes(String folder) {
        long bytes = 0;
        for (File file : new File(folder).listFiles()) bytes += file.length();
        return bytes;
    }
}
