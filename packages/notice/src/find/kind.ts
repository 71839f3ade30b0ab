import type { Placed } from '../text/words.ts'

/** What a notice is for: it sets a year's plan, gives standing measures or the rules of scoring, changes or corrects an earlier paper, makes results known, founds or staffs a body. */
export type NoticeKind = 'plan' | 'measures' | 'rules' | 'adjustment' | 'result' | 'group'

const body = /领导小组|委员会|工作组|专班|指挥部|成员|组成人员/

/** 关于调整…指标的通知, 关于对…作部分调整的通知, 更正…: what is announced is a change of an earlier paper. */
const changes =
  /关于(?:[^《]{0,4}(?:补充|部分))?(?:调整|更正|修改|修订|变更|勘误|补充)|关于对?[^印]{2,60}(?:作|进行|予以)(?:出)?(?:部分|适当|相应|局部)?(?:调整|更正|修改|修订|补充)|(?:调整|更正|补充)(?:事项|情况)?的(?:补充)?(?:通知|公告)$|的补充(?:通知|公告|规定|意见)$/

/** The last word of a paper's kind in a title tells: 关于印发《…办法》的通知 is of measures. */
const papers: readonly (readonly [RegExp, NoticeKind])[] = [
  [/办法|规定|制度|条例/, 'measures'],
  [/细则|规则|标准|规程|指标体系|指标/, 'rules'],
  [/方案|计划|要点|意见|责任书|工作的通知|考[核评]的通知|目标任务|任务书|考[核评]任务/, 'plan'],
]

function kindOf(title: string): NoticeKind | undefined {
  const named = title.replace(/[（(](?:征求意见稿|意见稿)[)）]/g, '')
  const subject = named.includes('关于') ? named.slice(named.indexOf('关于')) : named
  if (/成立|设立|组建|调整|充实/.test(subject) && body.test(subject) && !/指标|分值|目标值|办法|方案/.test(subject))
    return 'group'
  if (!/关于印发|关于公布/.test(subject) && changes.test(subject)) return 'adjustment'
  if (/结果|通报|表扬|表彰|名次/.test(subject) && !/办法|方案|细则/.test(subject)) return 'result'
  return papers
    .map(([words, kind]) => ({
      kind,
      at: Math.max(-1, ...[...subject.matchAll(new RegExp(words, 'g'))].map((one) => one.index)),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0]?.kind
}

/** The kind that the title tells; null where it tells none. */
export function findKind(title: Placed | null): Placed<NoticeKind> | null {
  const kind = title ? kindOf(title.value.replace(/\s/g, '')) : undefined
  return title && kind ? { value: kind, at: title.at, confidence: 0.85 } : null
}
