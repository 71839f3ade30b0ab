import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, dialog, goTo, told } from './acts.ts'
import { look } from './look.ts'

/** A unit that missed the day asks leave from the page of the figure that waits in its 待办. */
export const askLateEntry = async (page: Page, figure: string, picture?: string): Promise<void> => {
  await goTo(page, '工作台')
  await page.getByRole('link', { name: new RegExp(`^报送：${figure}`) }).click()
  const drawer = dialog(page, new RegExp(`^${figure} · `))
  await drawer.getByText('数据已锁定').waitFor()
  if (picture) await look(page, `${picture}-locked`)
  await button(drawer, '申请补报').click()
  const asked = dialog(page, /^申请补报：/)
  await button(asked, '申请补报').click()
  await asked.getByRole('alert').getByText('请写明逾期原因和申请补报至哪一天。').waitFor()
  await asked.getByLabel('逾期原因').fill('年末数据经主管部门复核后方可对外提供，故于期限后三日报送')
  await asked.getByLabel('申请补报至').fill('2026-01-12')
  if (picture) await look(page, `${picture}-ask`)
  await button(asked, '申请补报').click()
  await told(page, '已申请补报，待牵头单位批复')
  await drawer.getByText(/申请补报至2026-01-12，等待批复/).waitFor()
  await page.keyboard.press('Escape')
}

/** The head of the section that scores answers every request that waits in the 待办. @returns how many there were */
export const agreeToLateEntries = async (head: Page, picture?: string): Promise<number> => {
  const waiting = head.getByRole('link', { name: /^批复补报申请：/ })
  await goTo(head, '工作台')
  await waiting.first().waitFor()
  const many = await waiting.count()
  for (let at = 0; at < many; at++) {
    await goTo(head, '工作台')
    // The list of before stands until the new one has come.
    await expect.poll(() => waiting.count(), { timeout: 20_000 }).toBe(many - at)
    await waiting.first().click()
    const drawer = head.getByRole('dialog').first()
    await button(drawer, '批复').click()
    const answer = dialog(head, /^批复补报申请：/)
    await answer.getByLabel('说明（选填）').fill('限期报齐')
    if (picture && at === 0) await look(head, `${picture}-answer`)
    await button(answer, '同意补报').click()
    await told(head, '已同意补报')
    await drawer.getByText('同意补报至2026-01-12：限期报齐').first().waitFor()
    if (picture && at === 0) await look(head, `${picture}-answered`)
    await head.keyboard.press('Escape')
  }
  return many
}
