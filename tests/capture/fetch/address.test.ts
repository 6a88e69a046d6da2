import { describe, expect, it } from 'vitest'
import { isLocalHost, isPublicAddress } from '../../../archive/capture/fetch/address.ts'

describe('which addresses are public', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%s is',
    address => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it.each([
    '127.0.0.1',
    '127.255.0.3',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.9',
    '::1',
    '::',
    '::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'not an address',
  ])('%s is not', address => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('which hosts are local by their spelling', () => {
  it.each([
    'localhost',
    'intranet',
    'wiki.corp',
    'nas.local',
    'a.localhost',
    '127.0.0.1',
    '[::1]',
    '10.0.0.7',
    'router.home.arpa',
  ])('%s is', host => expect(isLocalHost(host)).toBe(true))

  it.each(['example.org', 'localhost.example.org', '8.8.8.8', '[2606:4700::1111]'])('%s is not', host => {
    expect(isLocalHost(host)).toBe(false)
  })
})
