// The first view of the app as markup, for index.html and for the tests that hold it to the app's (script/first-view).

// Runs in the page: the app's markup without what is hidden, depends on the window, or has nothing to say before the app
// is there; what is only a property becomes an attribute. A line for each block, so that a change can be read.
export function take(): string {
  const blocks = /^(header|nav|main|section|div|p|h[1-3]|table|thead|tbody|tr|t[hd]|dl|d[td]|footer|caption|svg|i|details|select|option)$/;
  const isShown = (node: Element) => !node.matches('.on-paper, main:has(> .fallback)');
  const lines: string[] = [];
  const write = (node: Node) => {
    if (node instanceof Text) {
      // Between two blocks, where it is nothing.
      if (!/^\s*\n\s*$/.test(node.data)) lines.push(node.data.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u00a0', '&nbsp;'));
    } else if (node instanceof Element && isShown(node)) {
      const name = node.localName;
      const of = new Map([...node.attributes].map((one) => [one.name, one.value]));
      if (node instanceof HTMLInputElement) of.set('value', node.value);
      of.delete('selected');
      // What a field is without saying it.
      if (of.get('type') === 'text') of.delete('type');
      if (node instanceof HTMLOptionElement && node.selected) of.set('selected', '');
      // Said to who points at it or listens; they are given the app's.
      if (of.has('aria-valuetext') || node.closest('.when')) ['aria-valuetext', 'title'].forEach((one) => of.delete(one));
      if (of.has('style')) of.set('data-css', of.get('style')!.trim());
      of.delete('style');
      for (const one of ['class', 'value', 'd']) if (of.get(one) === '') of.delete(one);
      const attributes = [...of].sort().map(([one, value]) => (value ? ` ${one}="${value}"` : ` ${one}`)).join('');
      lines.push(`${blocks.test(name) ? '\n' : ''}<${name}${attributes}>`);
      // How many there are depends on the window.
      if (node.matches('.earlier')) lines.push('↑ 0 earlier');
      else if (node.matches('.kept-words')) lines.push('Opening the diary…');
      else if (!node.matches('[hidden], [role=status]')) node.childNodes.forEach((child) => write(child));
      if (name !== 'input') lines.push(`</${name}>`);
    }
  };
  document.getElementById('app')!.childNodes.forEach((node) => write(node));
  return `${lines.join('').trim()}\n`;
}

// The dates of the story where it was thought of, each as what static/first.js writes in its place.
export function undated(html: string): string {
  const months = ['Jan', 'Feb', 'Mar'];
  const off = (month: string) => months.indexOf(month.slice(0, 3)) - 2;
  return html
    .replace(/(\d+) (Jan|Feb|Mar) 2026 (\d\d:\d\d)/g, (_, day, month, time) => `{stamp ${off(month)} ${day} ${time}}`)
    .replace(/(\d+)&nbsp;(Jan|Feb|Mar) (\d\d:\d\d)/g, (_, day, month, time) => `{when ${off(month)} ${day} ${time}}`)
    .replace(/28 February 2026/g, '{last -1} {long -1} {year -1}')
    .replace(/(January|February|March) 2026/g, (_, month) => `{long ${off(month)}} {year ${off(month)}}`)
    .replace(/(\d+&nbsp;)(January|February|March)/g, (_, day, month) => `${day}{long ${off(month)}}`)
    .replace(/<span>(Jan|Feb|Mar)( 2026)?<\/span>/g, (_, month) => `<span>{mark ${off(month)}}</span>`)
    .replace(/2026-02-28/g, '{iso -1}-{last -1}')
    .replace(/2026-0([123])/g, (_, month) => `{iso ${Number(month) - 3}}`)
    .replace(/ value="\{/g, ' data-value="{')
    .replace(/(class="year">[^<]*)2026/g, '$1{year 0}');
}
