/** What the parts of our OFD files are made of: an element's attributes, and its children in order. */
export interface Shape {
  /** Attributes that must be there, then those that may, each with the form of its value. */
  readonly needs?: Readonly<Record<string, RegExp>>
  readonly may?: Readonly<Record<string, RegExp>>
  /** Children in the order in which they must stand: `?` at most one, `*` any number, `+` at least one, else exactly one. */
  readonly children?: readonly string[]
  /** The form of an element's own text. */
  readonly text?: RegExp
}

const number = '-?\\d+(?:\\.\\d+)?'
const numbers = (count: number): RegExp => new RegExp(`^${number}(?: ${number}){${count - 1}}$`)
const id = /^[1-9]\d*$/
const path = /^(?!.*\.\.)[\w./-]+$/
const real = new RegExp(`^${number}$`)
const truth = /^(?:true|false)$/

/**
 * GB/T 33190-2016 as far as papers use it; any other element or attribute is a fault. The standard's own XML schemas are not at hand
 * in a form that may be passed on, so these shapes are written from its text (7.2–7.9, 8.2, 9, 11, 18).
 */
export const shapes: Readonly<Record<string, Shape>> = {
  OFD: {
    needs: { Version: /^1\.\d$/, DocType: /^OFD$/, 'xmlns:ofd': /^http:\/\/www\.ofdspec\.org\/2016$/ },
    children: ['DocBody+'],
  },
  DocBody: { children: ['DocInfo', 'DocRoot', 'Signatures?'] },
  'DocBody/Signatures': { text: path },
  DocInfo: { children: ['DocID', 'Title?', 'Author?', 'CreationDate?', 'Creator?'] },
  DocID: { text: /^[0-9a-f]{32}$/ },
  Title: { text: /\S/ },
  Author: { text: /\S/ },
  CreationDate: { text: /^\d{4}-\d{2}-\d{2}$/ },
  Creator: { text: /\S/ },
  DocRoot: { text: path },
  Document: { needs: { 'xmlns:ofd': /./ }, children: ['CommonData', 'Pages'] },
  CommonData: { children: ['MaxUnitID', 'PageArea', 'PublicRes'] },
  MaxUnitID: { text: id },
  PageArea: { children: ['PhysicalBox'] },
  PhysicalBox: { text: numbers(4) },
  PublicRes: { text: path },
  Pages: { children: ['Page+'] },
  'Pages/Page': { needs: { ID: id, BaseLoc: path } },
  Res: { needs: { BaseLoc: path, 'xmlns:ofd': /./ }, children: ['Fonts'] },
  Fonts: { children: ['Font+'] },
  Font: { needs: { ID: id, FontName: /\S/ }, children: ['FontFile'] },
  FontFile: { text: path },
  Page: { needs: { 'xmlns:ofd': /./ }, children: ['Area', 'Content'] },
  Area: { children: ['PhysicalBox'] },
  Content: { children: ['Layer+'] },
  Layer: { needs: { ID: id, Type: /^(?:Body|Foreground|Background)$/ }, children: ['PathObject*', 'TextObject*'] },
  PathObject: {
    needs: { ID: id, Boundary: numbers(4), Stroke: truth, Fill: truth },
    children: ['FillColor', 'AbbreviatedData'],
  },
  AbbreviatedData: { text: /^[MLC\d. -]+$/ },
  TextObject: {
    needs: { ID: id, Boundary: numbers(4), Font: id, Size: real },
    may: { CTM: numbers(6), HScale: real },
    children: ['FillColor', 'TextCode+'],
  },
  FillColor: { needs: { Value: /^\d{1,3} \d{1,3} \d{1,3}$/ } },
  Signatures: { needs: { 'xmlns:ofd': /./ }, children: ['MaxSignId?', 'Signature+'] },
  MaxSignId: { text: id },
  'Signatures/Signature': { needs: { ID: /\S/, BaseLoc: path }, may: { Type: /^(?:Seal|Sign)$/ } },
  Signature: { needs: { 'xmlns:ofd': /./ }, children: ['SignedInfo', 'SignedValue'] },
  SignedInfo: {
    children: ['Provider', 'SignatureMethod?', 'SignatureDateTime?', 'References', 'StampAnnot*', 'Seal?'],
  },
  Provider: { needs: { ProviderName: /\S/ }, may: { Version: /\S/, Company: /\S/ } },
  SignatureMethod: { text: /\S/ },
  SignatureDateTime: { text: /^\d{4}-?\d{2}-?\d{2}/ },
  References: { may: { CheckMethod: /\S/ }, children: ['Reference+'] },
  Reference: { needs: { FileRef: path }, children: ['CheckValue'] },
  CheckValue: { text: /^[\w+/]+={0,2}$/ },
  StampAnnot: { needs: { ID: /\S/, PageRef: id, Boundary: numbers(4) }, may: { Clip: numbers(4) } },
  Seal: { children: ['BaseLoc'] },
  BaseLoc: { text: path },
  SignedValue: { text: path },
  TextCode: { needs: { X: real, Y: real }, may: { DeltaX: /^[\dg. -]+$/ }, text: /\S/ },
}
