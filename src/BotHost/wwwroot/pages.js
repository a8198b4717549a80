// Searches while somebody types, has questions answered on the ask page as they are written, and copies links. Without this script
// the form searches, a question is asked by a plain request, and a link is a link.
for (const input of document.querySelectorAll("[data-search]")) {
  const into = document.getElementById(input.dataset.into);
  let waiting, running;

  const clear = () => {
    into.hidden = true;
    into.replaceChildren();
  };

  const search = async () => {
    running?.abort();
    const text = input.value.trim();
    if (text.length < 2) return clear();
    running = new AbortController();
    try {
      const response = await fetch(input.dataset.search + "?" + new URLSearchParams({ q: text }), { signal: running.signal });
      if (!response.ok || input.value.trim() !== text) return;
      into.innerHTML = await response.text();
      into.hidden = into.childElementCount === 0;
    } catch {
      clear();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  input.addEventListener("keydown", event => {
    if (event.key === "Escape") clear();
    if (event.key === "ArrowDown" && !into.hidden) {
      event.preventDefault();
      into.querySelector("a").focus();
    }
  });
  into.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      clear();
      input.focus();
    } else if (step) {
      event.preventDefault();
      const links = [...into.querySelectorAll("a")];
      (links[links.indexOf(document.activeElement) + step] ?? input).focus();
    }
  });
  input.form.addEventListener("submit", () => {
    clearTimeout(waiting);
    running?.abort();
    clear();
  });
}

function handOver(event, question) {
  if (!document.getElementById("thread")) {
    sessionStorage.setItem("ask", question);
    location.assign("/");
  } else document.dispatchEvent(new CustomEvent("ask", { detail: question }));
  event.preventDefault();
}

document.addEventListener("submit", event => {
  if (event.target.matches(".ask-more")) handOver(event, event.target.elements.q.value.trim());
});
document.addEventListener("click", event => {
  const link = event.target.closest('a[href^="/?q="]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) handOver(event, new URL(link.href).searchParams.get("q"));
});

for (const link of document.querySelectorAll(".share")) {
  if (!navigator.clipboard) continue;
  link.setAttribute("role", "button");
  link.addEventListener("click", async event => {
    event.preventDefault();
    await navigator.clipboard.writeText(link.href);
    const words = link.textContent;
    link.textContent = link.dataset.copied;
    setTimeout(() => { link.textContent = words; }, 2000);
  });
}
