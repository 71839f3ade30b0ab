import type { SignatureBox, Text } from '../paper/model.ts'

/**
 * Working papers of an appraisal as plain data: printed, signed by hand or filled from screen signatures, scanned back.
 * Each carries the check code (校验码) of the version that it prints, in the footer of every page.
 */
export interface Sheet {
  readonly title: string
  /** The organ whose sheet it is: 考核单位. */
  readonly organ: string
  readonly checkCode: string
  /** Printed beside the check code: how far the log was sealed when this was printed. */
  readonly seal?: string
  /** 公开 / 内部资料 / 敏感, printed in the head of every page. */
  readonly label?: '公开' | '内部资料' | '敏感'
  /** `YYYY-MM-DD` of printing: the file's own date. */
  readonly on?: string
}

/** A line of the sheet's head: `指标名称` and what it is. */
export interface Fact {
  readonly label: string
  readonly value: Text
}

/** One appraised unit in a 指标考核评分表; every sentence here is the handler's own. */
export interface ScoreRow {
  readonly unit: string
  readonly group?: string
  readonly target?: Text
  readonly actual?: Text
  readonly rate?: Text
  readonly fullMark: Text
  readonly points: Text
  readonly deduction: Text
  readonly reason: Text
  readonly basis: Text
  readonly source: Text
}

/** 指标考核评分表: one indicator, its units, the two signatures of C-4.2. */
export interface ScoreSheet extends Sheet {
  readonly facts: readonly Fact[]
  /** Unit of target and actual, shown in the column heads: 万元. */
  readonly measure?: string
  readonly rows: readonly ScoreRow[]
  readonly notes?: readonly Text[]
  readonly signatures: readonly SignatureBox[]
}

export interface Finding {
  readonly matter: Text
  readonly standard?: Text
  readonly reported?: Text
  readonly found?: Text
  /** 属实, 部分属实, 不属实 …; blank before the visit. */
  readonly conclusion?: Text
  readonly materials?: Text
}

/** 现场核验记录表, signed by both sides. */
export interface VisitRecord extends Sheet {
  readonly facts: readonly Fact[]
  readonly findings: readonly Finding[]
  /** Empty lines for findings written by hand. */
  readonly blankRows?: number
  /** 核验意见; blank when absent. */
  readonly opinion?: Text
  /** 被核验单位意见; blank when absent. */
  readonly response?: Text
  readonly team: readonly SignatureBox[]
  readonly visited: readonly SignatureBox[]
}

/** One step of an approval chain: 会签, 会议审定, 主要领导签发. */
export interface SignOffStep extends SignatureBox {
  readonly opinion?: Text
}

/** 签批单: goes round with a paper and comes back with opinions and signatures. */
export interface SignOffSheet extends Sheet {
  readonly facts: readonly Fact[]
  readonly attachments?: readonly string[]
  readonly steps: readonly SignOffStep[]
}

/** One value as the superior's platform asks for it. */
export interface EntryRow {
  /** The superior's own number of the line. */
  readonly order: string
  readonly item: string
  readonly unit: string
  /** What is to be typed there, to the character. */
  readonly value: Text
  readonly measure?: string
  readonly note?: string
}

/** 录入对照单: in the superior's order, ticked by the one who types and by the one who checks. */
export interface EntrySheet extends Sheet {
  readonly facts: readonly Fact[]
  readonly rows: readonly EntryRow[]
  readonly signatures: readonly SignatureBox[]
}

/** A table with room to sign under it: 目标责任书, 自评表, 数据确认表, 分项评分表; without boxes, 归档目录. */
export interface FormSheet extends Sheet {
  readonly orientation: 'landscape' | 'portrait'
  readonly facts: readonly Fact[]
  /** What those who sign promise or confirm. */
  readonly prose?: readonly Text[]
  /** Widths are shares, in whole numbers. */
  readonly columns: readonly { readonly header: string; readonly width: number; readonly kind: 'text' | 'quantity' }[]
  readonly rows: readonly (readonly Text[])[]
  readonly notes?: readonly Text[]
  readonly signatures: readonly SignatureBox[]
}
