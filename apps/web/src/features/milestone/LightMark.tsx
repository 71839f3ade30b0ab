import type { MilestoneLight } from '@quanheng/domain/milestone/light'
import type { MilestoneState } from '@quanheng/domain/milestone/model'
import { word } from '../../shared/i18n/word.ts'
import { Light, type LightColour } from '../../shared/state/Light.tsx'
import { StateTag, type Tone } from '../../shared/state/StateTag.tsx'

const colours: Readonly<Partial<Record<MilestoneLight, LightColour>>> = { yellow: 'yellow', red: 'red' }
const tones: Readonly<Partial<Record<MilestoneLight, Tone>>> = { waiting: 'waiting', warning: 'heed' }

interface Props {
  readonly light: MilestoneLight
  readonly state: MilestoneState
}

/** The light of a milestone in its colour, shape and word; once confirmed it is no longer alight. */
export const LightMark = ({ light, state }: Props) => {
  if (state === 'confirmed') return <StateTag word={word('milestoneState', 'confirmed')} tone="done" />
  const colour = colours[light]
  return colour ? (
    <Light colour={colour} word={word('milestoneLight', light)} />
  ) : (
    <StateTag word={word('milestoneLight', light)} tone={tones[light] ?? 'waiting'} />
  )
}
