'use strict';
// Draws the findings table and the lists of assets. Text goes in as text: nothing here makes markup of it.
(() => {
  const byId = (id) => document.getElementById(id);
  const rowsOf = (id) => { const block = byId(id); return block ? JSON.parse(block.textContent) : []; };
  const number = (value) => value.toLocaleString('en');
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== ''));
    return element;
  };
  const anchorOf = (checkId) => 'check-' + checkId.replace(/\s/g, '_');

  // Copying: where the browser gives no clipboard (a page from a file may not have one), the text is selected instead.
  const copyButton = (text, what, source) => {
    const label = 'Copy';
    const button = make('button', { type: 'button', class: 'copy', 'aria-label': 'Copy ' + what }, label);
    button.addEventListener('click', async () => {
      let done = 'Copied';
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        getSelection().selectAllChildren(source);
        done = 'Selected';
      }
      button.textContent = done;
      setTimeout(() => { button.textContent = label; }, 1500);
    });
    return button;
  };
  for (const block of document.querySelectorAll('pre[data-copy]')) {
    const code = block.firstElementChild;
    block.prepend(copyButton(code.textContent, block.dataset.copy, code));
  }

  // A link into something folded opens it.
  const reveal = () => {
    let target = null;
    try { target = byId(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!target || !target.closest('details')) return;
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#check-"]');
    // The same fragment again changes no hash.
    if (link && link.getAttribute('href') === location.hash) reveal();
  });

  const STATUS = [['fail', 'bad', '✕'], ['unknown', 'caution', '?'], ['muted', 'quiet', '–']];
  const SEVERITY = ['critical', 'high', 'medium', 'low', 'informational'];
  const BASELINE = ['', 'new', 'known'];

  const explore = () => {
    const checks = rowsOf('checks-data').map(([id, title, severity, service]) => ({ id, title, severity, service, rank: SEVERITY.indexOf(severity) }));
    const findings = rowsOf('findings-data').map(([check, status, region, name, id, arn, type, message, baseline, uid, extra], place) =>
      ({ check: checks[check], status, region, name, id, arn, type, message, baseline, uid, extra, place }));
    const FIRST = 50, SLICE = 200, PRINTED = 1000;
    const rows = byId('rows'), table = byId('table');

    const filters = {
      severity: (it) => it.check.severity,
      status: (it) => STATUS[it.status][0],
      service: (it) => it.check.service,
      region: (it) => it.region,
      baseline: (it) => BASELINE[it.baseline],
    };
    const orders = {
      severity: (it) => it.check.rank,
      status: (it) => it.status,
      check: (it) => it.check.id,
      resource: (it) => (it.name || it.id).toLowerCase(),
      region: (it) => it.region,
    };
    const ORDERS = [['severity', 'Severity'], ['status', 'Status'], ['check', 'Check'], ['resource', 'Resource'], ['region', 'Region']];
    let order = 'severity', direction = 1, wanted = [], shown = 0;

    for (const [name, valueOf] of Object.entries(filters)) {
      const select = byId('by-' + name);
      if (!select) continue;
      const counts = new Map();
      for (const it of findings) counts.set(valueOf(it), (counts.get(valueOf(it)) || 0) + 1);
      const known = name === 'severity' ? SEVERITY : name === 'status' ? STATUS.map(([word]) => word) : [...counts.keys()].sort();
      for (const value of known) {
        if (value !== '' && counts.has(value)) select.append(make('option', { value }, `${value} (${number(counts.get(value))})`));
      }
      select.addEventListener('change', () => apply());
    }
    for (const [value, label] of ORDERS) byId('order').append(make('option', { value }, label));

    const textOf = (it) => it.text || (it.text = [it.message, it.name, it.id, it.arn, it.type, it.region, it.uid, it.check.id, it.check.title]
      .concat(it.status === 2 && it.extra ? it.extra : []).join('\n').toLowerCase());

    const apply = () => {
      const chosen = Object.entries(filters).map(([name, valueOf]) => [byId('by-' + name)?.value, valueOf]).filter(([value]) => value);
      const words = byId('by-text').value.toLowerCase().split(/\s+/).filter(Boolean);
      wanted = findings.filter((it) => chosen.every(([value, valueOf]) => valueOf(it) === value)
        && (!words.length || words.every((word) => textOf(it).includes(word))));
      const key = orders[order];
      const keyed = wanted.map((it) => [key(it), it]);
      keyed.sort(([a, one], [b, other]) => (a < b ? -direction : a > b ? direction : one.place - other.place));
      wanted = keyed.map(([, it]) => it);
      for (const button of table.querySelectorAll('[data-sort]')) {
        const heading = button.parentElement;
        if (button.dataset.sort === order) heading.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
        else heading.removeAttribute('aria-sort');
      }
      byId('order').value = order;
      draw(FIRST);
    };

    const draw = (upTo) => {
      shown = 0;
      rows.replaceChildren();
      extend(upTo);
    };
    const extend = (upTo) => {
      const slice = wanted.slice(shown, upTo);
      const part = document.createDocumentFragment();
      slice.forEach((it, place) => part.append(rowOf(it, shown + place)));
      rows.append(part);
      shown += slice.length;
      table.setAttribute('aria-rowcount', wanted.length + 1);
      const left = wanted.length - shown;
      byId('more').hidden = left === 0;
      byId('more').textContent = `Show ${number(Math.min(left, SLICE))} more`;
      say();
    };
    const say = () => {
      const counts = [0, 0, 0];
      for (const it of wanted) counts[it.status] += 1;
      const told = ['findings', 'unknown', 'muted'].map((word, place) => `${number(counts[place])} ${word}`).join(', ');
      const of = wanted.length === findings.length ? '' : ` of ${number(findings.length)}`;
      const cut = shown < wanted.length ? ` The first ${number(shown)} are shown.` : '';
      byId('count').textContent = wanted.length ? `${number(wanted.length)}${of} results: ${told}.${cut}` : `No result fits (of ${number(findings.length)}).`;
    };

    const cell = (...children) => make('td', { role: 'cell' }, ...children);
    const rowOf = (it, place) => {
      const [word, tone, mark] = STATUS[it.status];
      const status = cell(make('span', { class: 'pill ' + tone }, make('span', { 'aria-hidden': 'true' }, mark), ' ' + word));
      if (it.baseline) status.append(make('span', { class: 'tag' }, BASELINE[it.baseline]));
      const open = make('button', { type: 'button', class: 'open', 'aria-expanded': 'false' }, make('span', { class: 'clip' }, it.message || it.check.title));
      const row = make('tr', { role: 'row', 'aria-rowindex': place + 2, class: it.status === 2 ? 'muted' : null },
        cell(make('span', { class: 'severity ' + it.check.severity }, it.check.severity)), status,
        cell(open, make('span', { class: 'sub' }, it.check.id)),
        cell(make('span', { class: 'clip' }, it.name || it.id || '–'), it.id && it.name ? make('span', { class: 'small clip' }, it.id) : ''),
        cell(it.region));
      if (it.status === 2 && it.extra) row.children[2].append(make('span', { class: 'sub' }, `Muted: ${it.extra[0]}`));
      open.addEventListener('click', () => {
        const opened = open.getAttribute('aria-expanded') === 'false';
        open.setAttribute('aria-expanded', opened);
        if (opened) row.after(detailOf(it));
        else row.nextElementSibling.remove();
      });
      return row;
    };
    const detailOf = (it) => {
      const list = make('dl');
      const put = (term, ...content) => list.append(make('dt', {}, term), make('dd', {}, ...content));
      put('Check', make('a', { href: '#' + anchorOf(it.check.id) }, it.check.title), ' – why it matters, and how to mend it');
      if (it.status === 1 && it.extra) put('To do', it.extra);
      if (it.status === 2 && it.extra) {
        const [reason, owner, expires, rule] = it.extra;
        put('Muted because', reason);
        put('Owner', owner || '–');
        put('Expires', expires ? `after ${expires}` : 'never');
        put('Rule', String(rule));
      }
      put('Resource type', it.type);
      if (it.id) put('Id', it.id);
      if (it.arn) {
        const arn = make('span', { class: 'code' }, it.arn);
        put('ARN', arn, copyButton(it.arn, 'the ARN', arn));
      }
      put('Finding uid', make('span', { class: 'code' }, it.uid));
      return make('tr', { class: 'detail', role: 'row' }, make('td', { colspan: 5, role: 'cell' }, list));
    };

    const sortBy = (name) => {
      direction = name === order ? -direction : 1;
      order = name;
      apply();
    };
    table.tHead.addEventListener('click', (event) => {
      const button = event.target.closest('[data-sort]');
      if (button) sortBy(button.dataset.sort);
    });
    byId('order').addEventListener('change', (event) => { order = event.target.value; direction = 1; apply(); });
    let timer = 0;
    byId('by-text').addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(apply, 120); });
    byId('more').addEventListener('click', () => {
      const next = shown;
      extend(shown + SLICE);
      // The keyboard goes on with the first of the new ones.
      rows.querySelector(`[aria-rowindex="${next + 2}"] .open`)?.focus({ preventScroll: true });
    });
    byId('reset').addEventListener('click', () => {
      for (const control of document.querySelectorAll('.filters select, .filters input')) control.value = '';
      order = 'severity';
      direction = 1;
      apply();
    });
    // Paper shows more than a screen, and says what it leaves out.
    let before = 0;
    addEventListener('beforeprint', () => { before = shown; if (shown < PRINTED) extend(PRINTED); });
    addEventListener('afterprint', () => { if (shown > before) draw(before); });
    byId('explorer').hidden = false;
    apply();
  };
  if (byId('explorer')) explore();

  // Assets: a type's list is drawn when it is opened, slice by slice.
  let assets = null;
  const drawAssets = (fold) => {
    if (!assets) {
      assets = new Map();
      for (const [type, ...asset] of rowsOf('assets-data')) {
        if (!assets.has(type)) assets.set(type, []);
        assets.get(type).push(asset);
      }
    }
    const SLICE = 200;
    const list = assets.get(Number(fold.dataset.type)) || [];
    const body = make('tbody');
    const heads = ['Name', 'ARN', 'Region', 'Tags'].map((name) => make('th', { scope: 'col' }, name));
    const table = make('table', {}, make('thead', {}, make('tr', {}, ...heads)), body);
    const more = make('button', { type: 'button' }, 'Show more');
    const extend = () => {
      const from = body.rows.length;
      for (const [name, id, arn, region, tags] of list.slice(from, from + SLICE)) {
        const first = make('th', { scope: 'row' }, name || id || '–', id && name ? make('span', { class: 'small' }, id) : '');
        body.append(make('tr', {}, first, make('td', { class: 'code' }, arn), make('td', {}, region), make('td', {}, tags)));
      }
      const left = list.length - body.rows.length;
      more.parentElement.hidden = left === 0;
      more.textContent = `Show ${number(Math.min(left, SLICE))} more of ${number(left)}`;
    };
    const about = 'Assets: ' + fold.querySelector('summary').textContent.trim();
    fold.append(make('div', { class: 'scroll', role: 'region', 'aria-label': about, tabindex: 0 }, table), make('p', { class: 'more' }, more));
    more.addEventListener('click', extend);
    extend();
  };
  for (const fold of document.querySelectorAll('details[data-type]')) {
    fold.addEventListener('toggle', () => { if (fold.open && !fold.querySelector('table')) drawAssets(fold); });
  }

  reveal();
})();
