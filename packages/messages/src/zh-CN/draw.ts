/** First faults of a draw's record, as both verifiers name them. */
export const draw = {
  'draw.unreadable': '复核不通过：这不是抽样记录文件，或者已经残缺。请重新下载后再复核。',
  'draw.algorithm': '复核不通过：抽样算法不是本程序所知的算法。',
  'draw.list': '复核不通过：抽样名单与抽样前留存的校验码不符，名单在抽样后被改动过。',
  'draw.chance': '复核不通过：按名单所列风险权数和抽取家数，编号{unit}的入样概率与记录不同。',
  'draw.commitment': '复核不通过：第{place}方揭示的数值与名单确定前提交的承诺不符，或缺少公开数。',
  'draw.seed': '复核不通过：种子不是由各来源的数值依次合成的。',
  'draw.picks': '复核不通过：按名单和种子重新抽取，第{place}家与记录不同。',
} as const
