// Streams answers into the page. Without this script the form asks with a plain request and gets the same answer.
const form = document.getElementById("ask");
const input = document.getElementById("question");
const conversation = document.getElementById("conversation");
const thread = document.getElementById("thread");
const template = document.getElementById("turn");
const announcement = document.getElementById("announcement");
let current = null;

form.addEventListener("submit", event => {
  event.preventDefault();
  const text = input.value.trim();
  if (!text) return;
  input.value = "";
  ask(text);
});

function ask(text) {
  current?.stop();
  current = new Turn(text);
}

class Turn {
  constructor(text) {
    this.text = text;
    this.element = template.content.firstElementChild.cloneNode(true);
    this.part("h2").textContent = text;
    this.part(".failure button").addEventListener("click", () => this.open());
    thread.append(this.element);
    showThread();
    this.element.scrollIntoView();
    this.open();
  }

  part(selector) {
    return this.element.querySelector(selector);
  }

  open() {
    const number = thread.children.length;
    this.part(".failure").hidden = true;
    this.part(".result").setAttribute("aria-busy", "true");
    this.part(".status").hidden = false;
    this.source = new EventSource("/ask/stream?" + new URLSearchParams({ q: this.text, c: conversation.value, turn: number }));
    this.source.addEventListener("status", event => this.tell(event.data));
    this.source.addEventListener("answer", event => { this.part(".result").innerHTML = JSON.parse(event.data).html; });
    this.source.addEventListener("done", event => this.finish(JSON.parse(event.data)));
    this.source.addEventListener("error", () => this.fail());
  }

  tell(text) {
    this.part(".status").textContent = text;
    announcement.textContent = text;
  }

  finish(done) {
    this.close();
    conversation.value = done.conversationId;
    conversation.disabled = false;
    announcement.textContent = this.part(".complete").textContent;
  }

  fail() {
    this.close();
    this.part(".failure").hidden = false;
    announcement.textContent = this.part(".failure").firstChild.textContent;
  }

  // Closing the connection stops the model as well.
  stop() {
    if (this.source.readyState === EventSource.CLOSED) return;
    this.close();
    this.part(".stopped").hidden = false;
  }

  close() {
    this.source.close();
    this.part(".status").hidden = true;
    this.part(".result").setAttribute("aria-busy", "false");
    if (current === this) current = null;
  }
}

function showThread() {
  document.body.className = "asked";
  document.getElementById("home")?.remove();
  input.placeholder = input.dataset.followUp;
  if (matchMedia("(pointer: coarse)").matches) input.blur();
  else input.focus({ preventScroll: true });
}
