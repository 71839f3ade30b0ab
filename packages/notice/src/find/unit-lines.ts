import type { Span } from '../text/document.ts'
import { matches, placed, split, trimmed } from '../text/words.ts'
import { namesIn, type UnitList } from './unit-names.ts'

const counted =
  '(?:[（(]\\s?(?:[^（）()，,]{1,12}[，,]\\s?)?共?\\s?(\\d{1,3})\\s?(?:个|家|户)?(?:单位|部门|乡镇)?\\s?[)）])'
const groupName = '((?:[^，。；:：（(]|[（(][^（）()\\d]{1,8}[)）]){1,24}?)'
export const groupLine = new RegExp(
  // 市直部门3个：, 县区共6个单位：
  `^${groupName}\\s?${counted}?\\s?(?:[:：]|包括|(?:共\\s?)?(\\d{1,3})\\s?[个家](?:(?<=共\\s?\\d{1,3}\\s?[个家])\\S{0,4})?[:：])\\s?(.*)$`,
)
export const groupHead = new RegExp(`^${groupName}\\s?${counted}\\s?$`)

/** 5个区县：云峰区、临江区；6个市直部门：…: each part of the line is a group with its number in front. */
const countedGroup = /^(?:其中)?(\d{1,3})\s?[个家户]([^，。；：:\d]{1,16})[:：]\s?(\S.*)$/

export function countedGroups(text: string, span: Span, into: UnitList): boolean {
  const parts = split(text, span, '；;。').map((part) => ({ part, all: matches(text, part, countedGroup) }))
  if (parts.length < 2 || parts.some(({ all }) => all.length === 0)) return false
  for (const { all } of parts)
    for (const { groups, group } of all) into.list(group(3), placed(text, group(2), 0.9), Number(groups[1]))
  return true
}

/** 全市二级以上公立医院。其中…, 成员单位，分为两类。甲类：…: all of them, who are named behind it. */
const aside = /^(?:全|本|我)[省市县区州旗镇乡]|(?:分为|划分为)[^，。；]{2,20}$/
const countBehind = /^(.{2,}?)\s?共?\s?(\d{1,3})\s?[个家所户]$/

/** 各县（市、区）；市直有关部门：市发展改革委、市商务局: a group in a part of the line, beside others or plain names. */
const partGroup = /^(?:其中)?([^，。；：:]{2,20})[:：]\s?(\S.*)$/

export function groupedParts(text: string, span: Span, into: UnitList): boolean {
  const parts = split(text, span, '；;。')
  const heads = parts.map((part) => matches(text, part, partGroup)[0])
  const named = heads.filter((head) => head && namesIn(text, head.group(2)) > 1)
  const others = parts.filter((part, at) => !heads[at] && !aside.test(text.slice(part.start, part.end)))
  if (parts.length < 2 || named.length === 0 || heads.filter(Boolean).length > named.length) return false
  if (others.some((part) => namesIn(text, part) === 0)) return false
  parts.forEach((part, at) => {
    const head = heads[at]
    if (!head && others.includes(part)) into.list(part, null, null)
    else if (head) {
      const { start, end } = head.group(1)
      const words = text.slice(start, end)
      const said = groupHead.exec(words) ?? countBehind.exec(words)
      const name = trimmed(text, { start, end: said?.[1] ? start + said[1].length : end })
      into.list(head.group(2), placed(text, name, 0.9), said?.[2] ? Number(said[2]) : null)
    }
  })
  return true
}

/** 局机关各科室（办公室、预算科、国库科）和局属各单位（…）: three names at least, or they explain. */
const listInBrackets =
  /[^，。；：（）()]{0,20}(?:科室|股室|处室|机构|单位|部门|乡镇|街道|县区|企业|学校|中心)[（(]([^（）()]{6,400})[)）]/

export function listsInBrackets(text: string, sentence: Span, into: UnitList): boolean {
  const lists = matches(text, sentence, listInBrackets).map(({ group }) => group(1))
  if (lists.length === 0 || lists.some((list) => namesIn(text, list) < 3)) return false
  for (const list of lists) into.list(list, null, null)
  return true
}
