(() => {
  const show = () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    document.querySelectorAll("mark.here").forEach((m) => m.classList.remove("here"));
    const target = anchor && document.getElementById(anchor);
    if (!target) return;
    for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    document.querySelectorAll(`mark[data-of~="${CSS.escape(anchor)}"]`).forEach((m) => m.classList.add("here"));
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", show);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  show();
})();
