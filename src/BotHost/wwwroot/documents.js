// Makes editing and uploading at the desk livelier; without this script the same forms do the same.
const form = document.querySelector("form.editor");
const token = form.elements["form-token"].value;

const keep = guard(form);
if (form.classList.contains("upload")) upload(form);
else {
  preview(form);
  draft(form);
}

// Asks before what was typed is left behind.
function guard(form) {
  const text = () => JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  const before = form.dataset.dirty ? "" : text();
  let sent = false;
  form.addEventListener("submit", () => { sent = true; });
  addEventListener("beforeunload", event => { if (!sent && form.dataset.unsaved && text() !== before) event.preventDefault(); });
  addEventListener("keydown", event => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || form.classList.contains("upload")) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button[value=save]"));
  });
  return { stay: () => { sent = false; } };
}

// What it will look like, as the server renders it, a moment after the last key.
function preview(form) {
  const pane = form.querySelector("[data-preview]");
  const text = form.querySelector("textarea.text");
  const article = pane.querySelector("article");
  const longest = 300_000;
  let waiting, latest = 0;

  async function show() {
    const number = ++latest;
    const body = new URLSearchParams({ title: form.elements.title?.value ?? "", id: form.elements.id?.value ?? "", [text.name]: text.value });
    article.setAttribute("aria-busy", "true");
    const response = await fetch(pane.dataset.url, { method: "POST", body, headers: { "X-Form-Token": token } }).catch(() => null);
    if (number !== latest) return;
    article.setAttribute("aria-busy", "false");
    // Signed out meanwhile, or the server away: the last preview stays.
    if (response?.ok && !response.redirected) article.innerHTML = await response.text();
  }

  text.addEventListener("input", () => {
    clearTimeout(waiting);
    if (text.value.length <= longest) waiting = setTimeout(show, 350);
  });
  for (const button of form.querySelectorAll("[data-preview-button]"))
    button.addEventListener("click", event => {
      event.preventDefault();
      show();
      article.scrollIntoView({ block: "nearest" });
    });
}

// What was typed outlives an expired session and a reload, as long as the window and the revision it belongs to.
function draft(form) {
  const text = form.querySelector("textarea.text");
  const key = "draft:" + form.action;
  const revision = form.elements.revision.value;
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
  const offer = form.querySelector("[data-draft]");
  if (kept?.revision === revision && kept.text !== text.value && !form.dataset.dirty) {
    offer.hidden = false;
    offer.querySelector("button").addEventListener("click", () => {
      text.value = kept.text;
      text.dispatchEvent(new Event("input"));
      offer.hidden = true;
      text.focus();
    });
  }
  text.addEventListener("input", () => {
    // Too long for what a browser keeps: then it is not kept.
    try { sessionStorage.setItem(key, JSON.stringify({ revision, text: text.value })); } catch { sessionStorage.removeItem(key); }
  });
}

// One file after another, each with its progress and what became of it.
function upload(form) {
  const list = document.getElementById("uploads");
  const picker = form.elements.files;
  const drop = form.querySelector(".drop");
  let queue = Promise.resolve();

  form.addEventListener("submit", event => {
    event.preventDefault();
    keep.stay();
    const files = [...picker.files];
    send(files);
    picker.value = "";
  });
  for (const name of ["dragenter", "dragover"])
    drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"])
    drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", event => {
    event.preventDefault();
    picker.files = event.dataTransfer.files;
  });

  function send(files) {
    const names = files.map(file => file.name).join("\n");
    for (const file of files) {
      const row = new Row(file, names, new FormData(form));
      list.append(row.element);
      queue = queue.then(() => row.send());
    }
  }

  class Row {
    constructor(file, names, fields) {
      [this.file, this.fields] = [file, fields];
      this.fields.delete("files");
      this.fields.set("names", names);
      this.fields.set("files", file, file.name);
      this.element = document.createElement("div");
      this.element.className = "sending";
    }

    send() {
      if (this.file.size > Number(form.dataset.largest)) return this.tell(form.dataset.tooLarge);
      const [bar, note] = [document.createElement("progress"), document.createElement("p")];
      bar.max = 100;
      bar.setAttribute("aria-label", this.file.name);
      note.className = "note";
      note.textContent = `${form.dataset.uploading} ${this.file.name}`;
      this.element.replaceChildren(note, bar);
      return new Promise(done => {
        const request = new XMLHttpRequest();
        request.upload.addEventListener("progress", event => { bar.value = 100 * event.loaded / event.total; });
        request.upload.addEventListener("load", () => { bar.removeAttribute("value"); note.textContent = `${form.dataset.reading} ${this.file.name}`; });
        request.addEventListener("load", () => { this.finish(request); done(); });
        request.addEventListener("error", () => { this.tell(form.dataset.broken, true); done(); });
        request.open("POST", form.action);
        request.setRequestHeader("X-Form-Token", token);
        request.send(this.fields);
      });
    }

    finish(request) {
      // Signed out meanwhile, it was led to another page.
      if (request.status >= 500 || new URL(request.responseURL).pathname !== new URL(form.action).pathname) return this.tell(form.dataset.broken, true);
      this.element.innerHTML = request.responseText;
      if (this.element.querySelector("[data-state=exists]")) this.offer(form.dataset.replace, () => this.fields.set("replace", "1"));
    }

    tell(sentence, again) {
      const note = document.createElement("p");
      note.className = "failure";
      note.textContent = `${this.file.name}: ${sentence}`;
      this.element.replaceChildren(note);
      if (again) this.offer(form.dataset.retry, () => {});
    }

    offer(name, prepare) {
      const button = document.createElement("button");
      button.className = "quiet";
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => { prepare(); queue = queue.then(() => this.send()); });
      this.element.append(button);
    }
  }
}
