import { expect, it } from 'vitest'
import { originsBy } from './origins.ts'

it('按位置、按行找到原文；修订后的文件在前，后面的补没有的', () => {
  const origins = originsBy([
    {
      noticeId: 'new',
      fileName: '',
      sources: { 'steps[a].due': 'steps[0].due', 'settings.grades[优秀]': 'grades[0].gradeRule' },
    },
    {
      noticeId: 'old',
      fileName: '',
      sources: {
        'steps[a].due': 'steps[9].due',
        'steps[a].name': 'steps[9].step',
        'steps[b].due': 'x',
        'steps[b].name': 'y',
      },
    },
  ])
  expect(origins.get('steps[a].due')).toEqual({ noticeId: 'new', field: 'steps[0].due' })
  expect(origins.get('steps[a]')).toEqual({ noticeId: 'new', field: 'steps[0].due' })
  expect(origins.get('steps[a].name')).toEqual({ noticeId: 'old', field: 'steps[9].step' })
  expect(origins.get('settings.grades')).toEqual({ noticeId: 'new', field: 'grades[0].gradeRule' })
  expect(origins.get('steps[b]')).toEqual({ noticeId: 'old', field: 'y' })
  expect(origins.get('steps[c]')).toBeUndefined()
})
