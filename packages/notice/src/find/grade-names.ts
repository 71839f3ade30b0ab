import type { Placed } from '../text/words.ts'

export interface Grade {
  readonly name: Placed
  readonly rule: Placed | null
}

/** What grades are called, as the alternatives of a pattern. */
export const gradeNames =
  '优秀|优良|良好|基本称职|不称职|称职|基本合格|不合格|合格|基本达标|不达标|未达标|达标|一般|较差|较好|好|差|一等奖?|二等奖?|三等奖?|四等|五等|一类|二类|三类|四类|第[一二三四五1-5]段|[ABCD]\\+?[级类]?'
