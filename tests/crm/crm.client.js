/** Draws the list anew as one types, with new rows each time, as most applications do. */
const rows = document.querySelector('#rows');
const search = document.querySelector('#search');

/** Without marks over letters, so that `dvorak` finds Dvořák. */
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const joined = (text) => text.replace(/[\s.()/-]/g, '');

function startList() {
  const count = document.querySelector('#count');
  const empty = document.querySelector('#empty');
  const filters = [...document.querySelectorAll('[data-filter]')];
  const all = [...rows.children].map((row) => {
    const text = plain(row.textContent);
    return { row, text, joined: joined(text), stage: row.dataset.stage };
  });
  let stage = '';

  function draw() {
    const wanted = plain(search.value.trim());
    const found = all.filter(
      (one) =>
        (stage === '' || one.stage === stage) &&
        (one.text.includes(wanted) || one.joined.includes(joined(wanted))),
    );
    rows.replaceChildren(...found.map(({ row }) => row.cloneNode(true)));
    count.textContent = found.length === 1 ? '1 person' : `${found.length} people`;
    empty.hidden = found.length > 0;
  }

  search.addEventListener('input', draw);
  search.form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of filters) {
    button.addEventListener('click', () => {
      stage = button.dataset.filter;
      for (const one of filters) one.setAttribute('aria-pressed', String(one === button));
      draw();
    });
  }

  search.value = new URLSearchParams(location.search).get('q') ?? '';
  if (search.value) draw();
}

if (rows && search) startList();
