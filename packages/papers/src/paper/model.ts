/**
 * An official paper as plain data. Nothing here reads a store: the server builds it from one frozen run, the web edits
 * its prose as blocks, and `docx/` prints it. Everything is Chinese data and is never translated.
 */

/** A figure that stands in a frozen run: `path` names its place there, `text` is what the paper prints, verbatim. */
export interface Figure {
  readonly path: string
  readonly text: string
}

/** Prose with figures in it. A newline inside a string is printed as a line break. */
export type Text = string | Figure | readonly (string | Figure)[]

/**
 * GB/T 9704-2012, 7.3.3: 一、 / （一） / 1. / （1）. The composer counts; `text` carries no number.
 * `runIn` follows the heading in the same paragraph, in the face of the body.
 */
export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly text: Text
  readonly runIn?: Text
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: Text
}

export type Align = 'left' | 'center' | 'right'

/** `width` is a share: columns of 1 and 3 take a quarter and three quarters of the type area. */
export interface TableColumn {
  readonly width: number
  readonly align?: Align
}

/** A cell, or one that spans. Cells covered by a span are left out of their rows. */
export type Cell = Text | { readonly cell: Text; readonly colSpan?: number; readonly rowSpan?: number }

/** A box to sign in. What is already given is printed with its strength; the rest stays blank for a pen. */
export interface SignatureBox {
  /** 经办人, 科室负责人, 核验组组长 … */
  readonly role: string
  readonly name?: string
  /** `YYYY-MM-DD` */
  readonly on?: string
  /** How it was given: 屏幕签字, 纸质原件, 数字签名 … */
  readonly means?: string
  /** Leaves room for a stamp: 盖章. */
  readonly stamped?: boolean
}

export interface Table {
  readonly kind: 'table'
  readonly caption?: Text
  /** Printed right above the table, e.g. `单位：分`. */
  readonly unit?: Text
  readonly columns: readonly TableColumn[]
  /** Header rows, repeated on every page that the table reaches. */
  readonly header: readonly (readonly Cell[])[]
  readonly rows: readonly (readonly Cell[])[]
  readonly notes?: readonly Text[]
  /** Printed on landscape pages of its own (GB/T 9704-2012, 8), with the headings that stand right before it. */
  readonly wide?: boolean
  /** Boxes under the table, for those who answer for its figures. */
  readonly signatures?: readonly SignatureBox[]
}

export type Block = Heading | Paragraph | Table

/** Listed in the 附件说明; with a `body` also bound behind the paper, each on a new page. The name has no end mark. */
export interface Attachment {
  readonly name: string
  readonly body?: readonly Block[]
}

/** 落款. `on` is `YYYY-MM-DD`; absent while the paper is unsigned, then the blanks for it are printed. */
export interface Signature {
  readonly organs: readonly string[]
  readonly on?: string
  /** Leaves room for the seal (7.3.5.1) instead of setting the name for a paper without one (7.3.5.2). */
  readonly sealed: boolean
}

/** A paper without red head: the 指标考核评分报告, or any text that travels under a covering letter. */
export interface Report {
  /** One string is broken into balanced lines between words; several are printed as given. */
  readonly title: string | readonly string[]
  readonly addressees?: readonly string[]
  readonly body: readonly Block[]
  readonly attachments?: readonly Attachment[]
  readonly signature?: Signature
  /** 附注, without the brackets: e.g. `此件公开发布`. */
  readonly note?: string
  /** Printed in the 附注 of papers that go up: `联系人：…，联系电话：…`. */
  readonly contact?: { readonly name: string; readonly phone: string }
  /** Printed small below every page number: check code and seal of what is printed. No part of the text that is signed. */
  readonly mark?: string
}

/** 版记. Days are `YYYY-MM-DD`; an absent one prints blanks. */
export interface Imprint {
  readonly copies?: readonly string[]
  readonly organ: string
  readonly on?: string
}

/** The fifteen kinds of 《党政机关公文处理工作条例》 第八条. */
export type DocumentKind =
  | '决议'
  | '决定'
  | '命令'
  | '公报'
  | '公告'
  | '通告'
  | '意见'
  | '通知'
  | '通报'
  | '报告'
  | '请示'
  | '批复'
  | '议案'
  | '函'
  | '纪要'

/** 简报 and 专报 are no kinds of the regulation: a red head with 第N期 instead of a number, their form is the office's own. */
export type PaperKind = DocumentKind | '简报' | '专报'

/** Which of the standard's formats a kind is printed in: 函 as 信函 (10.1), 纪要 as 纪要 (10.3), all others as 文件. */
export const formOf = (kind: PaperKind): 'document' | 'letter' | 'minutes' | 'briefing' => {
  if (kind === '函') return 'letter'
  if (kind === '纪要') return 'minutes'
  return kind === '简报' || kind === '专报' ? 'briefing' : 'document'
}

/** 出席, 请假, 列席 of minutes (10.3); empty lists are left out. */
export interface Attendance {
  readonly present: readonly string[]
  readonly absent?: readonly string[]
  readonly observing?: readonly string[]
}

/** A red-headed paper (正式文件). No secrecy level: the platform handles no state secrets. */
export interface Letter extends Report {
  readonly kind: PaperKind
  /** 发文机关标志; the host organ first. `word` follows the name, 文件 of joint papers stands right of the names: 会议纪要, 工作简报. */
  readonly letterhead: { readonly organs: readonly string[]; readonly word?: string }
  readonly urgency?: '特急' | '加急'
  /** 发文字号 as registered; absent before it is allotted, then its line stays free. */
  readonly number?: string
  /** 第N期 of 简报 and 专报. */
  readonly issue?: number
  /** 签发人, for papers that go up; its presence moves the number to the left. */
  readonly signers?: readonly string[]
  readonly addressees: readonly string[]
  /** 纪要 and 简报 print its organ and day in the head and are not signed. */
  readonly signature: Signature
  readonly attendance?: Attendance
  readonly imprint?: Imprint
}
