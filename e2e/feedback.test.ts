import { describe, expect, it } from 'vitest'
import { answerOne, askOne, lockAfterwards, prepare, readAnswers, send, settle } from './feedback/round.ts'
import { reviewItself } from './feedback/self-review.ts'
import { rehearsedScene } from './support/city.ts'

const scene = rehearsedScene()

describe('自查自评和初评反馈，由各岗位在浏览器里办完', () => {
  it('财政局修订方案，设自查自评和一个工作日的初评反馈；评分表签字、核验办结', () => prepare(scene.server.address))
  it('被考核单位自查自评，负责人签字，与初评分并列', () => reviewItself(scene.city))
  it('锁定前检查指出尚未反馈；归口科室发出', () => send(scene.city))
  it('被考核单位从待办核对扣分告知书，逐项提出意见，附佐证', () => askOne(scene.city))
  it('评分科室负责人具名答复：一条采纳、重新评分，一条不采纳', () => answerOne(scene.city))
  it('补正表由两人重新签字', () => settle(scene.server.address))
  it('单位看得到答复和得分，确认无异议', () => readAnswers(scene.city))
  it('各单位都确认后可以锁定，意见一览表可打印', () => lockAfterwards(scene.city, scene.server.address))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    expect(scene.city.troubles().filter((line) => !line.includes('status of 401'))).toEqual([])
  })
}, 120_000)
