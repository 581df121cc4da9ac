import { cellText, escaped, xmlDeclaration } from './markup.js';

export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type ColumnKind = 'TEXT' | 'WHOLE' | 'DECIMAL' | 'DATE';

const kinds: readonly ColumnKind[] = ['TEXT', 'WHOLE', 'DECIMAL', 'DATE'];
const formats: Readonly<Record<ColumnKind, number>> = { TEXT: 49, WHOLE: 3, DECIMAL: 165, DATE: 164 };
export const headerStyle = 1;
export const titleStyle = 2;

/** The style of a cell; `quoted` is Excel's leading apostrophe, which keeps text text when the cell is edited. */
export const styleOf = (kind: ColumnKind, isLocked: boolean, isQuoted: boolean): number =>
  3 + kinds.indexOf(kind) * 4 + (isLocked ? 0 : 2) + (isQuoted ? 1 : 0);

const cellStyles = kinds.flatMap(kind =>
  [true, false].flatMap(isLocked =>
    ['0', '1'].map(
      quoted =>
        `<xf numFmtId="${formats[kind]}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyProtection="1" applyAlignment="1" quotePrefix="${quoted}">` +
        `<alignment vertical="top"${kind === 'TEXT' ? ' wrapText="1"' : ''}/><protection locked="${isLocked ? 1 : 0}"/></xf>`,
    ),
  ),
);

export const stylesXml =
  `${xmlDeclaration}<styleSheet xmlns="${mainNamespace}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.##"/></numFmts>` +
  '<fonts count="3"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font>' +
  '<font><i/><sz val="11"/><name val="Times New Roman"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF8899AA"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${3 + cellStyles.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
  '<alignment vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  `${cellStyles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const rootRelationshipsXml =
  `${xmlDeclaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${officeRelationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const contentTypesXml = (sheets: number): string =>
  `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>` +
  `${Array.from({ length: sheets }, (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`).join('')}</Types>`;

export const workbookRelationshipsXml = (sheets: number): string =>
  `${xmlDeclaration}<Relationships xmlns="${packageRelationships}">` +
  Array.from({ length: sheets }, (_, at) => `<Relationship Id="rId${at + 1}" Type="${officeRelationships}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('') +
  `<Relationship Id="rId${sheets + 1}" Type="${officeRelationships}/styles" Target="styles.xml"/></Relationships>`;

const states = { VISIBLE: '', HIDDEN: ' state="hidden"', VERY_HIDDEN: ' state="veryHidden"' } as const;

export const workbookXml = (sheets: readonly { readonly name: string; readonly state: keyof typeof states }[]): string =>
  `${xmlDeclaration}<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelationships}"><bookViews><workbookView/></bookViews><sheets>` +
  `${sheets.map(({ name, state }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${states[state]} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`;

/** A text cell. It never has a formula, whatever its text begins with. */
export const textCell = (address: string, style: number, text: string): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
