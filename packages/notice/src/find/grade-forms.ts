import { matches } from '../text/words.ts'
import { gradeNames } from './grade-names.ts'

const kind = '(?:等次|等级|档次|档|单位|等)?'

/** The ways in which a notice gives grades, for the names that it has for them. */
export interface GradeForms {
  readonly name: RegExp
  /** Names that only this notice has for its grades. */
  readonly own: RegExp | null
  readonly aName: RegExp
  readonly band: RegExp
  readonly named: RegExp
  readonly bracketed: RegExp
  readonly quota: RegExp
  readonly listed: RegExp
  readonly shared: RegExp
}

function formsFor(names: string, own: readonly string[] = []): GradeForms {
  /** 90分以上的评为优秀, 前20%为优秀, 其余为合格: the condition before the grade. */
  const band = new RegExp(
    `^(?:[\\u4e00-\\u9fa5]{1,8}(?=(?:年度|综合)?(?:考[核评]|评[估价])(?:得分|总分)))?(?:考[核评]|评[估价])?(?:年度|综合)?(?:考[核评]|评[估价])?(?:得分|总分|分数|成绩|结果)?(?:在)?([^，。；]{0,24}?\\d[^，。；]{0,24}?|其余|其他)[，,]?(?:的)?(?:单位|部门|乡镇)?[，,]?(?:的)?(?:方可|方能|才可|才能|可以|可|应|均|一律|直接)?(?<![未不](?:评定|评|确定|认定|定|列)?)(?:(?:评定|评|确定|认定|定|列)?为|授予)\\s?[“"]?(${names})[”"]?${kind}`,
  )
  /** 优秀：90分以上. */
  const named = new RegExp(
    `^[“"]?(${names})[”"]?\\s?${kind}\\s?(?:[:：为]\\s?([^，。；]{0,30}?\\d[^。；]{0,40}?)|[（(]\\s?([^，。；]{0,30}?\\d[^。；]{0,40}?)[)）])$`,
  )
  /** 优秀（90分及以上）、良好（80—89分）: grades of one sentence, each with its band behind it. */
  const bracketed = new RegExp(
    `(?<![\\u4e00-\\u9fa5](?<![为是设评定及和分成列的]))[“"]?(${names})[”"]?${kind}[（(]\\s?((?:[^（）()。；\\d]{0,12}\\d{1,4}(?:\\.\\d)?\\s?(?:分|[%％]|[-—－–~～至到])|[前后]\\d)(?:[^（）()。；]|[（(]不?含[^（）()]{0,5}[)）]){0,24})[)）]`,
  )
  const quota = new RegExp(
    `[“"]?(${names})[”"]?(?:等次|等级|档次|单位)?(?:的)?(?:比例|名额|数量|单位数|个数|人数)?(?:原则上|一般)?(?:不超过|控制在|掌握在|按|占)[^，。；]{0,30}?(?:\\d|[一二三四五]分之)[^，。；]{0,20}|(?<=^|[）)、，；])[“"]?(${names})[”"]?(?:等次|等级|档次)\\s?\\d{1,3}\\s?[名个家](?=$|[、，。；])`,
  )
  const oneListed = `[“"]?(?:${names})[”"]?(?:等次)?`
  /** 分为优秀、良好、合格三个等次, 分为“优秀”“良好”. */
  const listed = new RegExp(
    `(?:分为|设|评定为|划分为|确定为|设立|分|按照?)((?:${oneListed}[、，,和及]|[“"](?:${names})[”"])+${oneListed})(?:共?[一二三四五\\d])?个?(?:等次|等级|级别|档次|档)`,
  )

  const shared = new RegExp(
    `((?:${oneListed}[、，,和及]){1,6}${oneListed})(?:[一二三四五\\d]个?(?:等次|等级|档次))?[，,](?:各?(?:等次|等级|档次))?(?:所占)?(?:的)?比例(?:分别|依次)(?:为|占|是|控制在)?((?:\\d{1,3}\\s?[%％][、，,和]?){2,6})`,
  )
  return {
    name: new RegExp(names),
    own: own.length > 0 ? new RegExp(own.join('|')) : null,
    aName: new RegExp(`^[“"]?(?:${names})[”"]?\\s?${kind}$`),
    band,
    named,
    bracketed,
    quota,
    listed,
    shared,
  }
}

const known = new Map<string, GradeForms>([[gradeNames, formsFor(gradeNames)]])

/** The vocabularies kept compiled; a paper has one of its own at most. */
const mostKept = 32

/** 等次分为先进、达标、后进三个等次: what a notice calls its grades, whatever the words. */
const oneName = '[“"]?(?:(?![和及])[\\u4e00-\\u9fa5]){1,6}[”"]?'
const announced = new RegExp(
  `(?:等次|等级|级别|档次|结果|考[核评]|评定)[^，。；：:、]{0,8}(?:分为|分成|设为?|设置|划分为)[:：]?\\s?(${oneName}(?:(?:[、，,和及]|(?<=”)(?=“))${oneName}){1,5})(?:(?:共?[二两三四五六2-6]\\s?个?)(?:等次|等级|级别|档次|档|级|类别)|(?<=(?:等次|等级|档次)[^，。；：:、]{0,3}(?:分为|设为?|为)[^，。；：:]{3,30})(?=[。；]|$))`,
)

const pieces = (list: string): readonly string[] =>
  list
    .split(/[、，,和及“”"]/)
    .map((name) => name.replace(/等次$|等级$/, ''))
    .filter((name) => name !== '')

/** Words that stand in such a list and name no grade. */
const noGrade = /[一二两三四五六]个|[分考评核对象位门]|以上|以下|其中|^[一二三四五六]$/

/** The forms for the names that a text announces beside the usual ones. */
export function gradeFormsOf(text: string): GradeForms {
  const own = matches(text, { start: 0, end: text.length }, announced).flatMap(({ groups }) => {
    const names = pieces(groups[1] ?? '')
    return names.length > 1 && !names.some((name) => noGrade.test(name)) ? names : []
  })
  const usual = new Set(gradeNames.split('|'))
  const fresh = [...new Set(own)].filter((name) => !usual.has(name)).slice(0, 8)
  const names = [...fresh.sort((a, b) => b.length - a.length), gradeNames].join('|')
  const compiled = known.get(names) ?? formsFor(names, fresh)
  if (known.size < mostKept) known.set(names, compiled)
  return compiled
}
