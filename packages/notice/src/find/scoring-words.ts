const figure = '(?:\\d{1,4}\\s?[-—－–~～至到]\\s?)?\\d{1,4}(?:[.．]\\d{1,2})?\\s?分'

const scores = new RegExp(
  `(?:扣|(?<!增)加|得(?!分)|(?<![统合会设审总共])计|记|减|奖|给|赋|每.{1,20})[^，。；\\d]{0,10}${figure}|得满分|为满分|不得分|不计分|得零分|扣完为止|(?:按|依|根据)[^，。；]{0,16}(?:比例|率|完成比|排名|百分比)[^，。；]{0,8}(?:得|计|扣|赋)分|得分[^，。；]{0,8}折算|折算(?:为|成)?[^，。；]{0,8}(?:得分|计分|分值)|(?:功效系数|比例|插值)法(?:计|得|算|赋)|[率数值比度]\\s?[×xX*＊]\\s?(?:\\d{1,4}(?:\\.\\d{1,2})?(?!\\s?[%％\\d])|权重|(?:标准|基本|基础|指标)?分|满分)|按(?:照)?[^，。；]{2,30}(?:结果|成绩|得分|比例)[^，。；]{0,10}(?:计分|折算|换算|赋分)|按(?:照)?最高[^，。；]{0,8}(?:[加减计扣得记]分|分值?计(?!划))`,
)

/** Of which signs some stand in whatever gives points. */
const signs = /[分×xX*＊法算]|扣完/

/** Sentences with points that score nothing: sums, grades, terms of total marks, heads of lists. */
const not =
  /由[^，。；]{2,40}(?:组成|构成)[，,]|(?:评|定|列)为.{0,6}(?:优秀|良好|合格|一般|较差|先进|达标|等次)|每[项个类]?[^，。；]{0,8}满分(?:均?为)?\s?\d+\s?分|以上(?:的)?为(?:优秀|良好|合格)|(?:优秀|良好|合格).{0,6}等次|(?<![得计]分[，,])满分\s?\d+\s?分[。，]?$|(?:总分|共计)(?:为)?\s?\d+\s?分[。，]?$|另设加分|(?:基本|基础)分\s?\d+\s?分[^。]*加分\s?\d+\s?分|^[^，。]{0,14}[（(](?:[±+＋-]|最高|最多|上限|共|满分|累计不超过|不超过)?\s?\d+\s?分[)）]$|[:：]$/

/** 经查实弄虚作假的，该项指标不得分，并追究相关人员责任: discipline, which counts no points. */
const discipline = (sentence: string): boolean => /追究[^，。；]{0,14}责任/.test(sentence) && !/\d\s?分/.test(sentence)

/** The sentence gives or takes points for something. */
export const scoresPoints = (sentence: string): boolean =>
  signs.test(sentence) && scores.test(sentence) && !not.test(sentence) && !discipline(sentence)
