// Makes the desk livelier; without this script every form and link works.
const showTimes = part => {
  for (const time of part.querySelectorAll("time[data-local]"))
    time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
};
showTimes(document);

// What goes on by itself is shown again every few seconds, unless somebody looks elsewhere or has something of it in hand.
const refresh = async live => {
  let next = live;
  if (document.visibilityState === "visible" && !live.contains(document.activeElement) && !live.querySelector("details[open]")) {
    try {
      const answer = await fetch(live.dataset.from);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(live.id);
      if (!fresh)
        return;
      showTimes(fresh);
      live.replaceWith(fresh);
      next = fresh;
    } catch {
      // The next try may find the server again.
    }
  }
  setTimeout(refresh, Number(next.dataset.refresh), next);
};
for (const live of document.querySelectorAll("[data-refresh]"))
  setTimeout(refresh, Number(live.dataset.refresh), live);
