// Reads a chart place by place, by pointer or by arrow keys; without this script the drawing's own titles and the table do.
for (const plot of document.querySelectorAll("[data-chart]")) {
  const drawing = plot.querySelector(".drawing");
  const slots = [...drawing.querySelectorAll(".slot")];
  const readings = slots.map(slot => {
    const [name, ...lines] = slot.querySelector("title").textContent.split("\n");
    slot.querySelector("title").remove();
    return { name, lines: lines.map(line => line.split("\t")) };
  });
  const cursor = document.createElementNS("http://www.w3.org/2000/svg", "line");
  cursor.setAttribute("class", "cursor");
  cursor.setAttribute("y1", "8");
  cursor.setAttribute("y2", "208");
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  const spoken = document.createElement("p");
  spoken.className = "hidden";
  spoken.setAttribute("role", "status");
  plot.append(tip, spoken);
  let current = -1;

  const show = index => {
    current = Math.min(Math.max(index, 0), slots.length - 1);
    const { name, lines } = readings[current];
    const title = document.createElement("strong");
    title.textContent = name;
    tip.replaceChildren(title, ...lines.map(([what, value]) => {
      const line = document.createElement("span");
      const number = document.createElement("b");
      number.textContent = value;
      line.append(what + " ", number);
      return line;
    }));
    const x = `${(current + 0.5) / slots.length * 100}%`;
    cursor.setAttribute("x1", x);
    cursor.setAttribute("x2", x);
    if (!cursor.parentNode)
      drawing.append(cursor);
    tip.hidden = false;
    const place = (current + 0.5) / slots.length * drawing.clientWidth;
    const left = Math.min(Math.max(place - tip.offsetWidth / 2, 0), drawing.clientWidth - tip.offsetWidth);
    tip.style.insetInlineStart = `${drawing.getBoundingClientRect().left - plot.getBoundingClientRect().left + left}px`;
  };
  const hide = () => {
    tip.hidden = true;
    cursor.remove();
    current = -1;
  };

  drawing.addEventListener("pointermove", event => {
    const box = drawing.getBoundingClientRect();
    const index = Math.floor((event.clientX - box.left) / box.width * slots.length);
    if (index !== current)
      show(index);
  });
  drawing.addEventListener("pointerleave", hide);
  plot.tabIndex = 0;
  plot.setAttribute("role", "group");
  plot.setAttribute("aria-label", plot.dataset.of);
  plot.addEventListener("blur", hide);
  plot.addEventListener("keydown", event => {
    const next = { ArrowLeft: current < 0 ? slots.length - 1 : current - 1, ArrowRight: current + 1, Home: 0, End: slots.length - 1 }[event.key];
    if (event.key === "Escape")
      hide();
    if (next === undefined)
      return;
    event.preventDefault();
    show(next);
    spoken.textContent = [readings[current].name, ...readings[current].lines.map(line => line.join(" "))].join(", ");
  });
}
