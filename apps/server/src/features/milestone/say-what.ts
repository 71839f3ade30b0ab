import type { Milestone } from '@quanheng/domain/milestone/model'

/** A milestone in one line: `固定资产投资增速 · 二季度（市交通运输局）`. */
export const sayWhat = ({ demand }: Pick<Milestone, 'demand'>, unitName: string): string =>
  `${demand.indicator.split(' › ').at(-1) ?? ''} · ${demand.name}（${unitName}）`
