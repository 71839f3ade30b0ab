import type { RenderedLine, RenderedPage, Rendering } from '../conformity/rendered/model.ts'

/** A line of 3号 whose box stands at a height, flush left unless said. */
export const lineAt = (top: number, text: string, at: Partial<RenderedLine> = {}): RenderedLine => ({
  text,
  left: 28,
  right: 28 + [...text].length * 5.6,
  top,
  bottom: top + 5.6,
  ...at,
})

const number = (page: number): RenderedLine => lineAt(266.5, `— ${page} —`, { left: 165, right: 179, bottom: 271.5 })

/** The page of `aBoundLetter` as the standard wants it, drawn by hand: measures by clause, not by our composer. */
const first: RenderedPage = {
  width: 210,
  height: 297,
  redInk: { top: 72, bottom: 83 },
  rules: [{ red: true, left: 28, right: 184, top: 117.6, bottom: 118 }],
  lines: [
    lineAt(71, '青川市发展和改革委员会文件', { bottom: 86 }),
    lineAt(108, '青发改报〔2025〕3号 签发人：梁亦舟'),
    lineAt(140, '青川市发展和改革委员会关于报送', { bottom: 148 }),
    lineAt(150, '2024年度绩效考评指标考核评分结果的报告', { bottom: 158 }),
    lineAt(172, '市绩效考评领导小组办公室：'),
    lineAt(182, '按照市绩效考评工作部署，我委已完成'),
    number(1),
  ],
}

const last: RenderedPage = {
  width: 210,
  height: 297,
  rules: [
    { red: false, left: 28, right: 184, top: 236.7, bottom: 237 },
    { red: false, left: 28, right: 184, top: 261.65, bottom: 262 },
  ],
  lines: [
    lineAt(40, '附件：1. 2024年度绩效考评指标考核评分报告'),
    lineAt(101, '青川市发展和改革委员会', { left: 113.1, right: 174.3 }),
    lineAt(111, '2025年1月18日', { left: 117.6, right: 161.4 }),
    lineAt(121, '（联系人：沈一苇，联系电话：0000-5550123）'),
    lineAt(255, '青川市发展和改革委员会办公室 2025年1月18日印发', { left: 33, right: 179 }),
    { ...number(2), left: 33, right: 46 },
  ],
}

export const goodRendering: Rendering = { pages: [first, last] }

/** The same pages with one of them changed. */
export const repaged = (page: 0 | 1, change: (page: RenderedPage) => RenderedPage): Rendering => ({
  pages: goodRendering.pages.map((each, index) => (index === page ? change(each) : each)),
})

/** A page with the lines that hold a text moved, or put away. */
export const moved = (page: RenderedPage, text: string, change: Partial<RenderedLine> | undefined): RenderedPage => ({
  ...page,
  lines: page.lines.flatMap((line) => (line.text.includes(text) ? (change ? [{ ...line, ...change }] : []) : [line])),
})
