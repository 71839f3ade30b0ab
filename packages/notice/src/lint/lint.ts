import type { Reading } from '../read.ts'
import { lintAnnexes } from './annexes.ts'
import { lintBands } from './bands.ts'
import { lintBurden } from './burden.ts'
import { lintCondition } from './condition.ts'
import { lintCounts } from './counts.ts'
import { lintDates } from './dates.ts'
import type { Finding } from './findings.ts'
import { lintLatePlan } from './late-plan.ts'
import { lintNumbers } from './numbers.ts'
import { lintObjects } from './objects.ts'
import { lintOwners } from './owners.ts'
import { lintPersons } from './persons.ts'
import { lintPraise } from './praise.ts'
import { lintSameDay } from './same-day.ts'
import { lintSlips } from './slips.ts'
import { lintSources } from './sources.ts'
import { lintSpaces } from './spaces.ts'
import { lintSums } from './sums.ts'
import { lintTwoNames } from './two-names.ts'
import { lintVague } from './vague.ts'
import { lintWording } from './wording.ts'
import { lintWorkingDays } from './working-days.ts'

const lints: readonly ((reading: Reading) => readonly Finding[])[] = [
  lintCondition,
  lintDates,
  lintSameDay,
  lintWorkingDays,
  lintLatePlan,
  lintTwoNames,
  lintObjects,
  lintAnnexes,
  lintSums,
  lintCounts,
  lintBands,
  lintOwners,
  lintSources,
  lintPersons,
  lintNumbers,
  lintSpaces,
  lintVague,
  lintPraise,
  lintBurden,
  lintSlips,
  lintWording,
]

/** All findings of a reading in the order of the text. */
export const lintNotice = (reading: Reading): readonly Finding[] =>
  lints
    .flatMap((lint) => lint(reading))
    .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || a.kind.localeCompare(b.kind))
