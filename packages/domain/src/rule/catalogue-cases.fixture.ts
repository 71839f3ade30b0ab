import { composedTables } from './catalogue-composed.fixture.ts'
import { changeTables } from './change-cases.fixture.ts'
import { classTables } from './class-cases.fixture.ts'
import { countedTables } from './counted-cases.fixture.ts'
import { gapTables } from './gap-cases.fixture.ts'
import { limitTables } from './limit-cases.fixture.ts'
import { metTables } from './met-cases.fixture.ts'
import { placeTables } from './place-cases.fixture.ts'
import { proportionTables } from './proportion-cases.fixture.ts'
import { publishedTables } from './published-cases.fixture.ts'
import { rangeTables } from './range-cases.fixture.ts'
import { wordingTables } from './wording-cases.fixture.ts'
import { type CaseTable, rate, row } from './worked-cases.fixture.ts'

/**
 * The catalogue's methods with the figures of published notices (named by place or line of work, as in docs/adr/0015), each with
 * examples below, at and above its thresholds, and one that must not hold.
 */

export const catalogueTables: readonly CaseTable[] = [
  {
    // M03, a provincial capital: valid while the overshoot is below 100%.
    text: '按（2－完成率）得分，最高得满分',
    fullMark: '10',
    cases: [
      row(rate('90'), '10', '低于控制数以满分为限'),
      row(rate('100'), '10', '等于控制数'),
      row(rate('130'), '7', '超出30%'),
      row(rate('200'), '0', '超出100%'),
      row(rate('220'), '有歧义', '超出100%以上是否倒扣，未说明'),
    ],
    mustFail: row(rate('90'), '11', '以满分为限'),
  },
  {
    // M06 of a prefecture: ±1 per 2%, at most ±15 on 40.
    text: '完成率达到100%得满分，每高（低）2%加（扣）1分，加减分最多15分，不足2%的不计',
    fullMark: '40',
    cases: [
      row(rate('98'), '39', '每低2%扣1分'),
      row(rate('99'), '40', '不足2%的不计'),
      row(rate('104'), '42', '每高2%加1分'),
      row(rate('60'), '25', '最多15分'),
      row(rate('140'), '55', '最多15分'),
    ],
    mustFail: row(rate('140'), '60', '最多15分'),
  },
  {
    // M06 with marks at the reference, and what bars it altogether.
    text: '占比不低于20%的得2分，每低1个百分点扣0.05分，扣完为止，不足10%的不得分',
    fullMark: '2',
    answers: { partial: 'proRata' },
    cases: [
      row({ 占比: '20' }, '2', '不低于20%'),
      row({ 占比: '18' }, '1.9', '每低1个百分点'),
      row({ 占比: '10' }, '1.5', '等于10%'),
      row({ 占比: '9.99' }, '0', '不足10%的不得分'),
    ],
    mustFail: row({ 占比: '9.99' }, '1.4995', '不足10%的不得分'),
  },
  {
    // M07 of state firms: -0.1 per point below, +0.2 up to 130%, +0.1 beyond, at most ±10 on 25.
    text: '完成率等于100%得满分，低于100%的部分每低1%扣0.1分，超过100%的部分每高1%加0.2分，超过130%的部分每高1%加0.1分，加减分最多10分，不足1%的按比例计算',
    fullMark: '25',
    cases: [
      row(rate('90'), '24', '低于100%的部分'),
      row(rate('100'), '25', '等于100%'),
      row(rate('130'), '31', '超过100%的部分'),
      row(rate('140'), '32', '超过130%的部分'),
      row(rate('400'), '35', '最多10分'),
    ],
    mustFail: row(rate('140'), '33', '130%以上每高1%加0.1分'),
  },
  {
    // M08 of provincial industry projects: increments S/20, S/40, S/60.
    text: '增速等于10%得满分，每高（低）10个百分点为一段，第一段每1个百分点加（扣）满分的1/20，以后每段分母加20，不封顶',
    fullMark: '20',
    cases: [
      row({ 增速: '10' }, '20', '等于10%'),
      row({ 增速: '20' }, '30', '第一段'),
      row({ 增速: '35' }, '110/3', '第三段'),
      row({ 增速: '5' }, '15', '低于10%'),
    ],
    mustFail: row({ 增速: '35' }, '45', '后段递减'),
  },
  {
    // M10: growth highest 10, others x ÷ highest × 10.
    text: '增速最高的得10分，其余按与最高值的比例得分',
    fullMark: '10',
    cases: [
      row({ 增速: '8', 各单位增速: '8、6、4' }, '10', '最高的得10分'),
      row({ 增速: '6', 各单位增速: '8、6、4' }, '7.5', '按比例'),
      row({ 增速: '-2', 各单位增速: '8、-2' }, '有歧义', '负增长，未说明'),
      row({ 增速: '0', 各单位增速: '0、-2' }, '有歧义', '最高值为零，未说明'),
      row({ 增速: '6' }, '缺数', '本组数据未齐'),
    ],
    mustFail: row({ 增速: '6', 各单位增速: '8、6、4' }, '10', '不是最高'),
  },
  {
    // M10 of a staffing rule: 第1名得6分，第2-5名按第1名的比例得分; what comes after the fifth is not said.
    text: '人均编制数最高的得6分，第2名至第3名按与最高值的比例得分',
    fullMark: '6',
    cases: [
      row({ 人均编制数: '8', 各单位人均编制数: '8、6、4、2' }, '6', '第1名'),
      row({ 人均编制数: '4', 各单位人均编制数: '8、6、4、2' }, '3', '第3名，按比例'),
      row({ 人均编制数: '2', 各单位人均编制数: '8、6、4、2' }, '有歧义', '第4名，未说明'),
    ],
    mustFail: row({ 人均编制数: '2', 各单位人均编制数: '8、6、4、2' }, '1.5', '第4名不按比例'),
  },
  {
    text: '按增加值占本组合计的比重得分',
    fullMark: '10',
    cases: [
      row({ 增加值: '25', 各单位增加值: '25、50、25' }, '2.5', '占四分之一'),
      row({ 增加值: '0', 各单位增加值: '0、100' }, '0', '没有贡献'),
      row({ 增加值: '0', 各单位增加值: '0、0' }, '有歧义', '合计为零，未说明'),
    ],
    mustFail: row({ 增加值: '25', 各单位增加值: '25、50、25' }, '5', '按合计，不按最高'),
  },
  {
    // M11 of a city: base 60%, group's highest and lowest.
    text: '增速按功效系数法得分，以本组最高值为满意值、本组最低值为不允许值，基础分为满分的60%',
    fullMark: '10',
    cases: [
      row({ 增速: '4', 各单位增速: '4、6、8' }, '6', '最低值'),
      row({ 增速: '6', 各单位增速: '4、6、8' }, '8', '中间'),
      row({ 增速: '8', 各单位增速: '4、6、8' }, '10', '最高值'),
      row({ 增速: '5', 各单位增速: '5、5' }, '有歧义', '最高最低相同，未说明'),
    ],
    mustFail: row({ 增速: '4', 各单位增速: '4、6、8' }, '0', '基础分为满分的60%'),
  },
  {
    // M12: range 60 to 100, 100 × 0.6^(1-x).
    text: '指标值按指数型功效系数法得分，以90%为满意值、50%为不允许值，基础分为满分的60%，系数保留6位小数',
    fullMark: '100',
    answers: { beyondPoles: 'held' },
    cases: [
      row({ 指标值: '50' }, '60', '不允许值'),
      row({ 指标值: '70' }, '77.4597', '中间'),
      row({ 指标值: '90' }, '100', '满意值'),
      row({ 指标值: '99' }, '100', '超出满意值'),
      row({ 指标值: '40' }, '60', '低于不允许值'),
    ],
    mustFail: row({ 指标值: '70' }, '80', '指数，不是直线'),
  },
  {
    // M13: minus 1 per place on 15.
    text: '第1名得满分，每低1名减1分，最低得5分',
    fullMark: '15',
    cases: [
      row({ 名次: '1' }, '15', '第1名'),
      row({ 名次: '11' }, '5', '第11名'),
      row({ 名次: '12' }, '5', '最低得5分'),
      row({ 名次: '0' }, '有误', '名次从1起'),
    ],
    mustFail: row({ 名次: '12' }, '4', '最低得5分'),
  },
  {
    // M14: places 1–3: 7, 4–6: 5, 7–10: 3.
    text: '第1—3名得7分，第4—6名得5分，第7—10名得3分',
    fullMark: '7',
    cases: [
      row({ 名次: '3' }, '7', '第3名'),
      row({ 名次: '4' }, '5', '第4名'),
      row({ 名次: '10' }, '3', '第10名'),
      row({ 名次: '11' }, '有歧义', '第10名以后，未说明'),
    ],
    mustFail: row({ 名次: '4' }, '7', '第4名'),
  },
  {
    // M15: province's top five +5..+1, bottom five -5..-1.
    text: '全省排名前五名的分别加5分、4分、3分、2分、1分，倒数第1名的扣5分',
    fullMark: '10',
    cases: [
      row({ 全省排名: '1', 参加排名单位数: '14' }, '15', '第1名'),
      row({ 全省排名: '5', 参加排名单位数: '14' }, '11', '第5名'),
      row({ 全省排名: '6', 参加排名单位数: '14' }, '10', '不加不扣'),
      row({ 全省排名: '14', 参加排名单位数: '14' }, '5', '倒数第1名'),
    ],
    mustFail: row({ 全省排名: '6', 参加排名单位数: '14' }, '0', '未列名次不扣'),
  },
  {
    text: '每获得1项省级以上表彰加2分，最多加6分',
    fullMark: '10',
    cases: [
      row({ 省级以上表彰: '0' }, '10', '没有'),
      row({ 省级以上表彰: '3' }, '16', '3项'),
      row({ 省级以上表彰: '4' }, '16', '最多加6分'),
    ],
    mustFail: row({ 省级以上表彰: '4' }, '18', '最多加6分'),
  },
  {
    // M16 of a county river-chief table.
    text: '未开展巡查的扣20分；没有巡查记录的扣5分，扣完为止',
    fullMark: '20',
    cases: [
      row({ 扣分事项: '无' }, '20', '没有问题'),
      row({ 扣分事项: '2' }, '15', '没有记录'),
      row({ 扣分事项: '1、2' }, '0', '扣完为止'),
    ],
    mustFail: row({ 扣分事项: '1、2' }, '-5', '扣完为止'),
  },
  {
    // M25: new +5, continued +2.
    text: '新建项目的加5分，续建项目的加2分',
    fullMark: '60',
    answers: { additionLimit: 'unlimited' },
    cases: [
      row({ 加分事项: '1' }, '65', '新建'),
      row({ 加分事项: '1、2' }, '67', '都有'),
      row({ 加分事项: '无' }, '60', '都没有'),
    ],
    mustFail: row({ 加分事项: '2' }, '65', '续建加2分'),
  },
  ...composedTables,
  ...changeTables,
  ...limitTables,
  ...proportionTables,
  ...countedTables,
  ...publishedTables,
  ...placeTables,
  ...gapTables,
  ...metTables,
  ...classTables,
  ...rangeTables,
  ...wordingTables,
]
