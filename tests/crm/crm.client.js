/** Filters the list as one types; rows leave and come back, as in any page that draws itself anew. */
const rows = document.querySelector('#rows');
const search = document.querySelector('#search');
if (rows && search) {
  const all = [...rows.children];
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase();
    rows.replaceChildren(...all.filter((row) => row.textContent.toLowerCase().includes(wanted)));
  });
}
