// Wakes the islands of this page; a page without islands loads nothing more.
const boot = document.getElementById('boot');
const islands = document.querySelectorAll('leptos-island');
if (islands.length > 0) {
  const half = await import(boot.dataset.script);
  await half.default({ module_or_path: boot.dataset.wasm });
  half.hydrate();
  for (const island of islands) {
    await half[island.dataset.component]?.(island);
  }
}
