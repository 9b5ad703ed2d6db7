// Opens reports in a browser, uses them as a person would, and prints what it saw as JSON: node drive.mjs CHROMIUM FILE…
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [chromium, ...files] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: chromium, headless: 'shell', args: ['--no-sandbox'] });

/** What the findings table shows. */
const look = (page) => page.evaluate(() => {
  const rows = [...document.querySelectorAll('#rows tr:not(.detail)')];
  const column = (place) => rows.map((row) => row.children[place].textContent.trim());
  return {
    count: document.getElementById('count').textContent,
    severities: column(0),
    statuses: column(1),
    resources: column(3),
    regions: column(4),
    sorted: [...document.querySelectorAll('#table th')].map((it) => it.getAttribute('aria-sort')),
  };
});

/** Text whose contrast with what is behind it is below 4.5 to 1 (WCAG AA), and how much was measured. */
const contrast = (page) => page.evaluate(() => {
  const parse = (text) => {
    const numbers = text.match(/[\d.]+/g).map(Number);
    const scale = text.startsWith('color(') ? 255 : 1;
    return [...numbers.slice(0, 3).map((it) => it * scale), numbers[3] ?? 1];
  };
  const luminance = (colour) => colour.slice(0, 3).map((it) => it / 255)
    .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
    .reduce((sum, it, place) => sum + it * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const colour = parse(getComputedStyle(it).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const low = new Set();
  let measured = 0;
  for (const element of document.body.querySelectorAll('*')) {
    const own = [...element.childNodes].some((it) => it.nodeType === Node.TEXT_NODE && it.data.trim());
    if (!own || ['SCRIPT', 'NOSCRIPT', 'OPTION', 'TITLE'].includes(element.tagName.toUpperCase())) continue;
    const style = getComputedStyle(element);
    const text = parse(element instanceof SVGElement ? style.fill : style.color);
    const [light, dark] = [luminance(text), luminance(behind(element))].sort((a, b) => b - a);
    measured += 1;
    if ((light + 0.05) / (dark + 0.05) < 4.5) low.add(`${element.tagName}.${element.getAttribute('class')}: ${element.textContent.trim().slice(0, 30)}`);
  }
  return { measured, low: [...low] };
});

const use = async (file) => {
  const page = await browser.newPage();
  const saw = { errors: [], requests: [] };
  page.on('console', (message) => { if (message.type() !== 'log') saw.errors.push(`${message.type()}: ${message.text()}`); });
  page.on('pageerror', (error) => saw.errors.push(String(error)));
  page.on('dialog', (dialog) => { saw.errors.push('a dialog: ' + dialog.message()); dialog.dismiss(); });
  const url = pathToFileURL(file).href;
  page.on('request', (request) => { if (request.url().split('#')[0] !== url) saw.requests.push(request.url()); });

  await page.setViewport({ width: 390, height: 844 });
  await page.goto(url);
  const unfold = () => page.evaluate(() => { for (const fold of document.querySelectorAll('details')) fold.open = true; });
  const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await unfold();
  // Opening a fold is told a moment later, and draws its list.
  await page.waitForFunction(() => [...document.querySelectorAll('details[data-type]')].every((it) => it.querySelector('table')));
  await page.evaluate(() => { for (const it of [...document.querySelectorAll('.open')].slice(0, 5)) it.click(); });
  saw.overhang_on_a_phone = await overhang();
  await page.setViewport({ width: 1280, height: 900 });
  saw.overhang_on_a_desk = await overhang();
  saw.contrast = {};
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    saw.contrast[value] = await contrast(page);
  }
  saw.assets = await page.$$eval('.types tbody tr', (rows) => rows.length);
  saw.copies = await page.$$eval('.copy', (buttons) => buttons.length);
  saw.codes = await page.$$eval('pre', (blocks) => blocks.length);

  if (await page.$('#explorer')) {
    await page.goto('about:blank');
    await page.goto(url);
    saw.first = await look(page);
    saw.filtered = {};
    for (const name of ['severity', 'status', 'service', 'region', 'baseline']) {
      if (!await page.$('#by-' + name)) continue;
      const values = await page.$$eval(`#by-${name} option`, (options) => options.map((it) => it.value).filter(Boolean));
      saw.filtered[name] = {};
      for (const value of values) {
        await page.select('#by-' + name, value);
        saw.filtered[name][value] = await look(page);
      }
      await page.select('#by-' + name, '');
    }
    await page.click('[data-sort=resource]');
    saw.ascending = await look(page);
    await page.click('[data-sort=resource]');
    saw.descending = await look(page);
    await page.click('#reset');
    await page.type('#by-text', 'no-such-text');
    await page.waitForFunction(() => !document.querySelector('#rows tr'));
    saw.nothing = await look(page);
    await page.click('#reset');
    if (await page.$('#more:not([hidden])')) {
      await page.focus('#more');
      await page.keyboard.press('Enter');
      saw.more = await look(page);
      saw.focused = await page.evaluate(() => document.activeElement.closest('tr')?.getAttribute('aria-rowindex'));
      await page.click('#reset');
    }
    // With the keyboard alone: open the first row, and go where it leads.
    await page.focus('#rows .open');
    await page.keyboard.press('Enter');
    saw.detail = await page.$eval('.detail', (it) => it.textContent);
    await page.click('.detail a');
    await page.waitForFunction(() => document.querySelector(':target')?.open);
    saw.led_to_an_open_check = await page.$eval(':target', (it) => it.checkVisibility() && it.matches('.check'));
  }
  // Listeners of printing run in order, so this one sees what the page has made of itself.
  await page.evaluate(() => addEventListener('beforeprint', () => { window.printed = document.querySelectorAll('#rows tr:not(.detail)').length; }));
  saw.pdf_bytes = (await page.pdf({ format: 'A4' })).length;
  saw.printed = await page.evaluate(() => window.printed);

  await page.setJavaScriptEnabled(false);
  await page.goto('about:blank');
  await page.goto(url);
  const listed = await page.$$('noscript tbody tr');
  saw.listed_without_script = listed.length;
  saw.explorer_without_script = await page.$('#explorer').then((it) => (it ? it.isVisible() : false));
  await page.close();
  return saw;
};

const saw = [];
for (const file of files) saw.push(await use(file));
await browser.close();
console.log(JSON.stringify(saw));
