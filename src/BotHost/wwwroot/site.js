// Streams an answer into the page. Without this script the form asks with a plain request and gets the same answer.
const form = document.getElementById("ask");
const question = document.getElementById("question");
const conversation = document.getElementById("conversation");
const button = form.querySelector("button");
const status = document.getElementById("status");
const answer = document.getElementById("answer");
let stream = null;

form.addEventListener("submit", event => {
  event.preventDefault();
  ask(question.value.trim());
});

function ask(text) {
  if (!text) return;
  stream?.close();
  answer.replaceChildren();
  document.getElementById("suggestions")?.remove();
  button.disabled = true;
  const query = new URLSearchParams({ q: text, c: conversation.value });
  history.replaceState(null, "", "/?" + new URLSearchParams({ q: text }));
  stream = new EventSource("/ask/stream?" + query);
  stream.addEventListener("status", event => { status.textContent = event.data; });
  stream.addEventListener("answer", event => { answer.innerHTML = JSON.parse(event.data).html; });
  stream.addEventListener("done", event => {
    conversation.value = JSON.parse(event.data).conversationId;
    finish("");
  });
  stream.addEventListener("error", () => finish(form.dataset.offline));
}

function finish(message) {
  stream.close();
  status.textContent = message;
  button.disabled = false;
}
