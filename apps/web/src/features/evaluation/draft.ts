import { t } from '../../shared/i18n/t.ts'
import type { Channel } from './evaluation.ts'

const keyOf = (channels: readonly Channel[]): string => {
  for (let n = channels.length + 1; ; n++) if (!channels.some(({ key }) => key === `c${n}`)) return `c${n}`
}

/** A channel as it is usually drawn up: marks out of a hundred, by name, 不了解 left out. */
export const newChannel = (channels: readonly Channel[]): Channel => ({
  key: keyOf(channels),
  name: channels.length === 0 ? t('部门互评') : '',
  kind: 'peers',
  way: 'byName',
  weight: channels.length === 0 ? '100' : '',
  scale: { kind: 'marks', from: '0', to: '100' },
  unknown: { kind: 'leftOut' },
  spread: null,
  trim: null,
  minimum: 3,
  mayChange: true,
  roster: { posts: ['principal'], unitIds: [] },
})

/** 优秀、良好、一般、较差, with the points that notices usually give them. */
export const usualLevels = (): Extract<Channel['scale'], { kind: 'levels' }> => ({
  kind: 'levels',
  levels: [
    { key: 'a', name: t('优秀'), points: '100' },
    { key: 'b', name: t('良好'), points: '80' },
    { key: 'c', name: t('一般'), points: '60' },
    { key: 'd', name: t('较差'), points: '40' },
  ],
})
