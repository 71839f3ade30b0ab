import { stepUp } from '@quanheng/contract/account'
import { createPerson } from '@quanheng/contract/organisation'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { blankAsAbsent } from './blank.ts'

it('an emptied control is absent where the shape lets it be', () => {
  expect(blankAsAbsent(stepUp.body, { password: 'x', factor: '' })).toEqual({ password: 'x', factor: undefined })
})

it('an emptied control is null where the shape has null', () => {
  const person = { name: '甲', login: 'jia', phone: '', mail: '' }
  expect(blankAsAbsent(createPerson.body, person)).toEqual({ ...person, phone: null, mail: null })
})

it('an empty text stays one where the shape wants a text', () => {
  expect(blankAsAbsent(z.object({ name: z.string() }), { name: '' })).toEqual({ name: '' })
})
