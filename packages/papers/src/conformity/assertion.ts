import type { Anatomy } from './anatomy/anatomy.ts'
import type { PaperLayout, ParagraphLayout } from './layout/model.ts'
import type { Rendering } from './rendered/model.ts'

/** Rows of a published result set: a unit, and what each column of it says, to the character. */
export type Published = ReadonlyMap<string, Readonly<Record<string, string>>>

/** What can be asked about a paper. What is not known is absent and leaves its assertions unverified. */
export interface Subject {
  readonly layout: PaperLayout
  readonly anatomy: Anatomy
  readonly rendering?: Rendering
  /** Faces installed where the paper was set. */
  readonly installed?: ReadonlySet<string>
  readonly published?: Published
}

export type Status = 'pass' | 'fail' | 'warn' | 'unverified'

export type Place =
  | { readonly kind: 'file' }
  | { readonly kind: 'section'; readonly number: number }
  | { readonly kind: 'page'; readonly number: number }
  | { readonly kind: 'paragraph'; readonly number: number; readonly text: string }

/** `found` is what stands in the file, verbatim or measured. */
export interface Fault {
  readonly at: Place
  readonly found: string
}

export interface Judgement {
  readonly status: Status
  /** False where the paper has nothing that the assertion speaks of. */
  readonly applies: boolean
  readonly faults: readonly Fault[]
}

export interface Assertion {
  /** 1 to 50, the order of the check. */
  readonly id: number
  /** Of GB/T 9704-2012, or where else the demand stands. */
  readonly clause: string
  readonly judge: (subject: Subject) => Judgement
}

export const pass: Judgement = { status: 'pass', applies: true, faults: [] }

/** Nothing of the kind stands in this paper. */
export const notHere: Judgement = { status: 'pass', applies: false, faults: [] }

/** Needs what was not given: a rendering, the published figures, the list of faces. */
export const unverified: Judgement = { status: 'unverified', applies: true, faults: [] }

/** Passes without faults. */
export const without = (faults: readonly Fault[], status: 'fail' | 'warn' | 'unverified' = 'fail'): Judgement =>
  faults.length === 0 ? pass : { status, applies: true, faults }

export const inFile = (found: string): Fault => ({ at: { kind: 'file' }, found })

export const inSection = (index: number, found: string): Fault => ({
  at: { kind: 'section', number: index + 1 },
  found,
})

export const onPage = (index: number, found: string): Fault => ({ at: { kind: 'page', number: index + 1 }, found })

/** As many characters of a paragraph as tell it from others. */
const excerptLength = 40

export const inParagraph = ({ index, text }: ParagraphLayout, found: string): Fault => ({
  at: {
    kind: 'paragraph',
    number: index,
    text: [...text.replace(/\s+/g, ' ').trim()].slice(0, excerptLength).join(''),
  },
  found,
})
