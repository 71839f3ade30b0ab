import type { LibraryState } from '@quanheng/domain/library/model'
import type { Validity } from '@quanheng/domain/library/validity'
import { word } from '../i18n/word.ts'
import { StateTag, type Tone } from '../state/StateTag.tsx'

const toneOf: Readonly<Record<Validity, Tone>> = {
  unpublished: 'waiting',
  notYet: 'heed',
  inForce: 'done',
  expired: 'stop',
  replaced: 'stop',
  repealed: 'stop',
}

/** How a document holds today; where it was never published, its state says why. */
export const ValidityTag = ({ validity, state }: { readonly validity: Validity; readonly state?: LibraryState }) => (
  <StateTag
    word={validity === 'unpublished' && state ? word('libraryState', state) : word('validity', validity)}
    tone={toneOf[validity]}
  />
)
