// Completes what is typed into the search box. Without this script the box works all the same.
(() => {
  "use strict";

  const size = 8;
  const maxPrefixLength = 100;
  const delay = 120;
  const kinds = { source: "来源", keyword: "关键词", title: "标题" };

  const form = document.getElementById("search-form");
  const box = form?.querySelector("input[name=q]");
  if (!box) return;

  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "检索建议");
  const status = document.createElement("span");
  status.className = "unseen";
  status.setAttribute("role", "status");
  form.append(list, status);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  const known = new Map();
  let typed = box.value;
  let active = -1;
  let isComposing = false;
  let timer = 0;
  let request = null;

  const isOpen = () => !list.hidden;

  function close() {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    status.textContent = "";
  }

  function mark(index) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = list.children[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    box.value = option ? option.dataset.query : typed;
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
  }

  function choose(option) {
    box.value = option.dataset.query;
    close();
    form.requestSubmit();
  }

  function part(className, text) {
    const span = document.createElement("span");
    span.className = className;
    // As text: what an article contains never becomes markup.
    span.textContent = text;
    return span;
  }

  function optionOf(suggestion, index) {
    const option = document.createElement("li");
    option.id = "suggestion-" + index;
    option.dataset.query = suggestion.query;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.append(part("suggestion-text", suggestion.text));
    if (kinds[suggestion.kind]) option.append(part("suggestion-kind", kinds[suggestion.kind]));
    option.append(part("suggestion-count", suggestion.articles.toLocaleString("zh-CN") + " 篇"));
    return option;
  }

  function show(suggestions) {
    active = -1;
    box.removeAttribute("aria-activedescendant");
    list.replaceChildren(...suggestions.map(optionOf));
    if (suggestions.length === 0) return close();
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    status.textContent = "有 " + suggestions.length + " 条检索建议，用上下方向键选择";
  }

  async function ask(prefix) {
    request?.abort();
    const own = request = new AbortController();
    try {
      if (!known.has(prefix)) {
        const response = await fetch("/api/suggest?" + new URLSearchParams({ prefix, size }), { signal: own.signal });
        if (!response.ok) return close();
        known.set(prefix, (await response.json()).suggestions);
      }
      // The reader may have typed on, or left, while the answer was under way.
      if (request === own && prefix === box.value.trim() && document.activeElement === box) show(known.get(prefix));
    } catch {
      if (request === own) close();
    }
  }

  function typedOn() {
    // Letters that an input method still holds are not text yet.
    if (isComposing) return;
    clearTimeout(timer);
    typed = box.value;
    const prefix = typed.trim();
    if (prefix === "" || prefix.length > maxPrefixLength) return close();
    timer = setTimeout(ask, delay, prefix);
  }

  box.addEventListener("compositionstart", () => { isComposing = true; clearTimeout(timer); });
  box.addEventListener("compositionend", () => { isComposing = false; typedOn(); });
  box.addEventListener("input", typedOn);
  box.addEventListener("blur", close);

  box.addEventListener("keydown", event => {
    // Enter and arrows belong to the input method while it composes; Safari says so only by the code 229.
    if (isComposing || event.isComposing || event.keyCode === 229) return;
    const last = list.children.length - 1;
    if (event.key === "ArrowDown" && !isOpen() && box.value.trim() !== "") typedOn();
    else if (event.key === "ArrowDown" && isOpen()) mark(active === last ? -1 : active + 1);
    else if (event.key === "ArrowUp" && isOpen()) mark(active === -1 ? last : active - 1);
    else if (event.key === "Enter" && isOpen() && active >= 0) choose(list.children[active]);
    else if (event.key === "Escape" && isOpen()) { close(); box.value = typed; }
    else return;
    event.preventDefault();
  });

  // Before the box loses the focus, which would close the list.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  form.addEventListener("submit", close);
})();
