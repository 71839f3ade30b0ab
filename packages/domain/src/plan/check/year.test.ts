import { aPlan } from '@quanheng/testkit/a-plan'
import { expect, test } from 'vitest'
import { soundYears } from './year.fixture.ts'
import { checkYear } from './year.ts'

test.each(soundYears)('%s 不提示', (_, edit) => expect(checkYear(edit(aPlan()))).toEqual([]))
