/**
 * Rows and cells of a table as a spreadsheet puts it on the clipboard: cells between tabs, rows between line ends; a cell with a tab, a line
 * end or a quotation mark in it stands between quotation marks, those inside doubled. Blank rows at the end are left out.
 */
export function pastedRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.replace(/\r\n?/g, '\n').matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  while (rows.length > 0 && rows.at(-1)!.every(cell => cell.trim() === '')) rows.pop();
  return rows;
}
