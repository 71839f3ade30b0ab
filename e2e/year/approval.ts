import type { Page } from 'playwright-core'
import { rehearsalPassword } from '../../packages/rehearsal/src/accounts.ts'
import { button, chooseOption, dialog, goTo, told, toldOnceProved } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded, printedCode } from '../support/files.ts'
import { look } from '../support/look.ts'
import type { RunningServer } from '../support/server.ts'
import { fagai, type LeadUnit } from './lead-units.ts'

/** The paper that goes round, from the list of papers. */
export const openApproval = async (city: City, login: string, unit: LeadUnit): Promise<Page> => {
  const page = await city.as(login)
  await goTo(page, '审批签发')
  await page
    .getByRole('link', { name: new RegExp(`^${unit.name}关于报送`) })
    .first()
    .click()
  await page.getByRole('heading', { name: '审批过程' }).waitFor()
  return page
}

/** 签批 by whoever's turn it is. */
export const agree = async (city: City, login: string, unit: LeadUnit): Promise<void> => {
  const page = await openApproval(city, login, unit)
  await button(page, '签批').click()
  await button(dialog(page, /^同意：/), '同意').click()
  await toldOnceProved(page, '已签批')
}

/** The meeting is recorded from its minutes by one, and compared with them by another. */
export const recordMeeting = async (city: City, unit: LeadUnit, name?: string): Promise<void> => {
  const page = await openApproval(city, unit.clerk, unit)
  await button(page, '登记会议决定').click()
  const asked = dialog(page, '登记会议决定')
  await asked.getByLabel('审定机构').fill('局党组会议')
  await asked.getByLabel('会议日期').fill('2026-01-08')
  await asked.getByLabel('纪要文号（选填）').fill('党组会议纪要〔2026〕1号')
  await asked.getByLabel('决定原文').fill('会议听取了评分情况汇报，原则同意评分结果，按程序签发后报送市绩效办。')
  await chooseFile(page, asked.getByRole('button', { name: '选择扫描件' }), '党组会议纪要.pdf')
  await asked.getByText('党组会议纪要.pdf').waitFor()
  if (name) await look(page, name)
  await button(asked, '登记').click()
  await asked.waitFor({ state: 'hidden' })
  const second = await openApproval(city, unit.second, unit)
  if (name) await look(second, `${name}-second`)
  await button(second, '核对会议决定').click()
  const compared = dialog(second, /^核对会议决定：/)
  await button(compared, '核对会议决定').click()
  await compared.waitFor({ state: 'hidden' })
}

/** 编号 as the OA gave it. */
export const registerNumber = async (city: City, unit: LeadUnit, name?: string): Promise<void> => {
  const page = await openApproval(city, unit.clerk, unit)
  await button(page, '编号').click()
  const asked = dialog(page, /^编号：/)
  await asked.getByLabel('发文字号').fill(unit.documentNumber)
  if (name) await look(page, name)
  await button(asked, '登记发文字号').click()
  await asked.waitFor({ state: 'hidden' })
}

/**
 * 退回修改 with its reason; the words are edited, and the paper goes round again under another check code.
 * @returns the check code of the sheet printed before, which is outdated now
 */
export const returnForWords = async (city: City): Promise<string> => {
  const clerk = await openApproval(city, fagai.clerk, fagai)
  const outdated = await printedCode(await downloaded(clerk, button(clerk, '签批单 .docx')))
  const leader = await openApproval(city, fagai.leader, fagai)
  await button(leader, '退回修改').click()
  const back = dialog(leader, /^退回修改：/)
  await back.getByLabel('理由').fill('有关说明应写明下达日期')
  await look(leader, 'approval-return')
  await button(back, '退回修改').click()
  await back.waitFor({ state: 'hidden' })
  const page = await openApproval(city, fagai.carrier, fagai)
  await look(page, 'approval-returned')
  await page.getByRole('link', { name: '修改文字' }).click()
  await button(page, '修改文字').click()
  await page.getByLabel('有关说明').fill('高新区重大项目年度投资计划按省里2026年1月6日下达数计分。')
  await button(page, '保存文字').click()
  await told(page, '文字已保存')
  await openApproval(city, fagai.carrier, fagai)
  await button(page, '修改后重新送审').click()
  await page.getByText(/· 签批$/).waitFor()
  return outdated
}

/** A proof of identity serves five minutes. After that the password is asked again; a wrong one does not sign. */
export const proveAgain = async (city: City, server: RunningServer): Promise<void> => {
  const page = await openApproval(city, fagai.leader, fagai)
  await button(page, '签批').click()
  const asked = dialog(page, /^同意：/)
  await look(page, 'approval-agree')
  await server.passSixMinutes()
  await button(asked, '同意').click()
  const proof = dialog(page, '请再次确认身份')
  await proof.getByLabel('密码', { exact: true }).fill(`${rehearsalPassword}？`)
  await button(proof, '确认').click()
  await proof.getByText(/^密码不正确/).waitFor()
  await look(page, 'step-up')
  await proof.getByLabel('密码', { exact: true }).fill(rehearsalPassword)
  await button(proof, '确认').click()
  await told(page, '已签批')
}

/** 归口 and every section that scored: each on screen. */
export const countersign = async (city: City): Promise<void> => {
  await agree(city, fagai.carrierHead, fagai)
  for (const section of fagai.countersigners) await agree(city, section, fagai)
}

/** The party group's decision, from its minutes. */
export const meet = (city: City): Promise<void> => recordMeeting(city, fagai, 'approval-meeting')

/** 线下签批登记: the head of the bureau signed on paper. A sheet of an earlier text is refused; a second person confirms. */
export const signOnPaper = async (city: City, outdated: string): Promise<void> => {
  const clerk = await openApproval(city, fagai.clerk, fagai)
  const code = await printedCode(await downloaded(clerk, button(clerk, '签批单 .docx')))
  await button(clerk, '线下签批登记').click()
  const asked = dialog(clerk, /^线下签批登记：/)
  await chooseOption(clerk, asked, '签字人', /单位主要领导/)
  await asked.getByLabel('签字日期').fill('2026-01-08')
  await asked.getByLabel('签署意见（选填）').fill('同意签发。')
  await chooseFile(clerk, asked.getByRole('button', { name: '选择扫描件' }), '签批单（已签）.pdf')
  await asked.getByText('签批单（已签）.pdf').waitFor()
  await asked.getByLabel('页脚校验码').fill(outdated)
  await button(asked, '登记').click()
  await asked
    .getByRole('alert')
    .getByText(/校验码/)
    .waitFor()
  await look(clerk, 'approval-paper-outdated')
  await asked.getByLabel('页脚校验码').fill(code.toLowerCase().replaceAll('-', ' '))
  await button(asked, '登记').click()
  await asked.waitFor({ state: 'hidden' })
  const second = await openApproval(city, fagai.second, fagai)
  await look(second, 'approval-paper-second')
  await button(second, '核对一致').click()
  const compared = dialog(second, /^核对一致：/)
  await button(compared, '核对一致').click()
  await compared.waitFor({ state: 'hidden' })
}

/** The number that the OA gave. */
export const numberReport = (city: City): Promise<void> => registerNumber(city, fagai, 'approval-number')
