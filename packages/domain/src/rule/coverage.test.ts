import { describe, expect, test } from 'vitest'
import { checkCase } from './cases.ts'
import { catalogueTables } from './catalogue-cases.fixture.ts'
import { coverageOf } from './coverage.ts'
import { readRule } from './parse.ts'
import { caseTables } from './worked-cases.fixture.ts'

const stored = (text: string) => {
  const read = readRule(text)
  if (!read.ok) throw new Error(`not understood: ${text}`)
  return read.value
}

const rate = (actual: string, score: string) => ({
  given: { 完成值: actual, 目标值: '200' },
  score: score,
  clause: '',
})

test('a threshold is covered by an example on it and one in each stretch beside it, whatever their targets', () => {
  const rule = stored('完成率达到90%的得10分，达到80%的得8分，其余不得分。')
  const { measure, thresholds, proposals } = coverageOf(rule, '10', [
    rate('160', '8'),
    rate('150', '0'),
    rate('300', '10'),
  ])
  expect({ measure, thresholds }).toEqual({
    measure: '完成率',
    thresholds: [
      { at: '80', below: true, on: true, above: false },
      { at: '90', below: false, on: false, above: true },
    ],
  })
  expect(proposals.map(({ given, score }) => [given.完成值, score])).toEqual([
    ['81', '8'],
    ['90', '10'],
  ])
})

test('counts are covered in whole numbers, up to where nothing more is lost', () => {
  const { proposals } = coverageOf(stored('每发现1例扣4分，扣完为止。'), '10', [])
  expect(proposals.map(({ given, score }) => [given.发现数, score])).toEqual([
    ['0', '10'],
    ['1', '6'],
    ['2', '2'],
    ['3', '0'],
    ['4', '0'],
  ])
})

test('nothing lies below no count, above the first rank, and between counts that follow each other', () => {
  const counts = coverageOf(stored('每发现1例扣4分，扣完为止。'), '10', [])
  expect(counts.thresholds).toEqual([
    { at: '0', below: true, on: false, above: true },
    { at: '1', below: true, on: false, above: true },
    { at: '2', below: true, on: false, above: true },
    { at: '3', below: true, on: false, above: false },
  ])
  const ranks = coverageOf(stored('按增速在同组排名得分：第1名得满分，每低一位减0.5分，最低得5分。'), '10', [])
  expect(ranks.thresholds.map(({ at, below, above }) => [at, below, above])).toEqual([
    ['1', true, true],
    ['2', true, false],
    ['10', false, true],
    ['11', true, false],
  ])
  expect(ranks.proposals.map(({ given, score }) => [given.增速在同组排名, score])).toEqual([
    ['1', '10'],
    ['2', '9.5'],
    ['3', '9'],
    ['10', '5.5'],
    ['11', '5'],
    ['12', '5'],
  ])
})

test('figures that no figure can be shown are covered by nothing, however they are typed', () => {
  const rule = stored('每发现1例扣4分，扣完为止。')
  const typed = ['', '缺', '一', '1.5', '-1', '9'.repeat(5000), '1e999']
  const cases = typed.map((words) => ({ given: { 发现数: words }, score: '10', clause: '' }))
  expect(coverageOf(rule, '10', cases).proposals).toHaveLength(5)
  for (const one of cases) expect(checkCase(rule, '10', one).holds).toBe(false)
})

test('8.0 that should come out is 8', () => {
  expect(
    checkCase(stored('每发现1例扣4分，扣完为止。'), '10', { given: { 发现数: '1' }, score: '6.0', clause: '' }),
  ).toEqual({
    holds: true,
    got: '6',
  })
})

test('facts are covered true and false, levels each once', () => {
  const facts = coverageOf(stored('按时完成的得满分，否则不得分。'), '10', [
    { given: { 按时完成: '是' }, score: '10', clause: '' },
  ])
  expect(facts.proposals.map(({ given, score }) => [given.按时完成, score])).toEqual([['否', '0']])
  const levels = coverageOf(stored('评为优秀的得10分，良好的得8分，其余不得分。'), '10', [])
  expect(levels.proposals.map(({ score }) => score)).toEqual(['10', '8', '0'])
})

test('a target of the unit’s own may stand in the place of the round one', () => {
  const { proposals } = coverageOf(stored('按完成率得分，最高得满分。'), '10', [], { 目标值: '50' })
  expect(proposals.map(({ given }) => given.完成值)).toEqual(['0', '0.5', '50', '50.5'])
})

describe('what is proposed holds, and with it nothing is left out', () => {
  test.each([...caseTables, ...catalogueTables].map(({ text, fullMark }) => [text, fullMark]))(
    '%s',
    (text, fullMark) => {
      const rule = stored(text)
      const { proposals } = coverageOf(rule, fullMark, [])
      for (const proposed of proposals)
        expect(checkCase(rule, fullMark, proposed)).toEqual({ holds: true, got: proposed.score })
      const { proposals: left, thresholds } = coverageOf(rule, fullMark, proposals)
      expect(left).toEqual([])
      // Nobody is asked for a figure that there is not; below nothing a person alone knows whether a figure may go.
      for (const { at, below, on, above } of thresholds)
        expect({ at, below: below || at === '0', on, above }).toEqual({ at, below: true, on: true, above: true })
    },
  )
})
