import type { noticed as zhCN } from '../zh-CN/noticed.ts'

export const noticedHead = 'Leaf {leaf} ({time}): '

export const noticed = {
  'log.clockJumped':
    'the clock of the platform was set[ by {seconds} seconds, from {from} to {to}]. Look at the records of that day, and at the times of the acts around it.',
  'log.programChanged':
    'another program ran than before[, version {version}, digest {digest} instead of {before}]. Compare with your upgrades; without one it may have been swapped.',
  'log.placeSilent':
    'a second place had long had no checkpoint[: {place}, for {hours} hours, the last was {since}]. Find out whether it was unplugged or taken away, and compare the last checkpoint it holds.',
  'log.placeRemoved':
    'a second place used before was left out at a start[: {place}, the last was checkpoint {since}]. Find out who decided so, and compare the last checkpoint it holds.',
  'log.timeBack':
    '{seconds} seconds earlier than leaf {after} before it, and no act says that the clock was set. Look at the records of that day, and whether this act was late.',
} as const satisfies Record<keyof typeof zhCN, string>
