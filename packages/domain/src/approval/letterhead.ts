import { ok, type Result, refuse } from '../kernel/result.ts'
import { readDocumentNumber } from './document-number.ts'

/** Kinds of paper that a letterhead is used for. */
export const letterheadKinds = ['通知', '通报', '报告', '请示', '批复', '意见', '函', '纪要', '决定'] as const
export type LetterheadKind = (typeof letterheadKinds)[number]

/** 发文机关标志 of a unit with its 机关代字: 云岭市绩效考评工作领导小组文件, 云绩组发, for 通知 and 通报. */
export interface Letterhead {
  readonly id: string
  readonly unitId: string
  /** The organ as it stands in the head, without the word. */
  readonly organ: string
  /** 文件, 会议纪要; empty where the organ stands alone. */
  readonly word: string
  readonly code: string
  readonly kinds: readonly LetterheadKind[]
  readonly active: boolean
}

type Refused = { readonly code: 'approval.numberMalformed' | 'letterhead.organMissing' | 'letterhead.kindsMissing' }

/** A letterhead that may be kept: it names an organ, what it is for, and a code that numbers can be made of. */
export const checkLetterhead = <L extends Pick<Letterhead, 'organ' | 'code' | 'kinds'>>(
  head: L,
): Result<L, Refused> => {
  if (head.organ === '') return refuse('letterhead.organMissing', { at: 'body.organ' })
  if (head.kinds.length === 0) return refuse('letterhead.kindsMissing', { at: 'body.kinds' })
  const form = readDocumentNumber(`${head.code}〔2000〕1号`)
  return form.ok ? ok(head) : form
}

export const canonicalLetterhead = (head: Letterhead) => ({ v: 1, noun: 'letterhead', ...head })
