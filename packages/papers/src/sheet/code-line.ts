import type { Sheet } from './model.ts'

/** What every page of a working paper says of its own content and of the log: `校验码：7Q3K-0VXA-M2ZD-9HTC　存证点 1234 3f9a02bc-77d1e05a`. */
export const codeLine = ({ checkCode, seal }: Pick<Sheet, 'checkCode' | 'seal'>): string =>
  [`校验码：${checkCode}`, ...(seal === undefined ? [] : [seal])].join('\u3000')
