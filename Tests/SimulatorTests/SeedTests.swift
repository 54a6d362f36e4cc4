import GRDB
import Testing

@testable import Simulator

/// The company that a seed makes.
struct SeedTests {
  private func dump(_ test: TestTenant) async throws -> [String: [String]] {
    try await test.tenant.read { db in
      var tables: [String: [String]] = [:]
      for table in ["people", "teams", "channels", "members", "chats", "messages"] {
        tables[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }
      }
      return tables
    }
  }

  @Test func `the same seed makes the same company, another seed another one`() async throws {
    let first = try await TestTenant(seed: 7)
    let second = try await TestTenant(seed: 7)
    let other = try await TestTenant(seed: 8)
    #expect(try await dump(first) == dump(second))
    #expect(first.tenant.profile == second.tenant.profile)
    #expect(try await dump(first) != dump(other))
    #expect(first.tenant.profile.id != other.tenant.profile.id)
  }

  @Test(arguments: [(1, 0, 0), (1, 3, 10), (2, 1, 1), (3, 24, 100), (35, 30, 0), (20_000, 1, 0)])
  func `a company of any size can be made`(
    _ people: Int, _ teams: Int, _ messages: Int
  ) async throws {
    let test = try await TestTenant(people: people, teams: teams, messages: messages)
    #expect(try await test.walk("/users").count == people)
    #expect(try await test.walk("/teams").count == teams)
  }

  @Test func `the company has everything that is awkward`() async throws {
    let test = try await TestTenant(people: 200, teams: 24, messages: 1000)
    let people = try await test.walk("/users?$select=id,displayName,userPrincipalName,userType")
    let names = people.compactMap { $0["displayName"]?.string }
    #expect(people.count == 200)
    #expect(names.contains("--yes") && names.contains("Miles O'Brien") && names.contains("王伟"))
    #expect(Set(names).count < names.count)
    #expect(people.contains { $0["userPrincipalName"]?.string?.contains("#EXT#@") == true })
    let teams = try await test.walk("/teams").compactMap { $0["displayName"]?.string }
    #expect(teams.count == 24)
    #expect(teams.contains("R/D") && teams.contains("%3"))
    let facts = try await test.tenant.read { db in
      try (
        Int.fetchOne(db, sql: "SELECT COUNT(*) FROM teams WHERE isArchived"),
        Int.fetchOne(
          db,
          sql: """
            SELECT COUNT(*) FROM teams WHERE isTeam AND id NOT IN
              (SELECT place FROM members WHERE role = 'owner')
            """),
        String.fetchSet(db, sql: "SELECT DISTINCT membershipType FROM channels"),
        String.fetchSet(db, sql: "SELECT DISTINCT chatType FROM chats"),
        Int.fetchOne(db, sql: "SELECT COUNT(*) FROM messages WHERE deletedAt IS NOT NULL"),
        Int.fetchOne(db, sql: "SELECT COUNT(*) FROM messages WHERE kind = 'systemEventMessage'"),
        Int.fetchOne(db, sql: "SELECT COUNT(*) FROM messages WHERE mentions <> '[]'"),
        Int.fetchOne(db, sql: "SELECT COUNT(*) FROM messages WHERE attachments <> '[]'"),
        Int.fetchOne(
          db, sql: "SELECT COUNT(*) FROM messages WHERE instr(content, char(27)) > 0"),
        Int.fetchOne(
          db,
          sql: """
            SELECT COUNT(*) FROM hostedContents JOIN messages
              ON messages.place = hostedContents.place AND messages.id = message
            WHERE instr(content, hostedContents.id) > 0 AND hex(substr(bytes, 2, 3)) = '504E47'
            """),
        Int.fetchOne(
          db, sql: "SELECT COUNT(*) FROM messages WHERE instr(attachments, 'messageReference')")
      )
    }
    #expect(facts.0 == 1 && facts.1 == 1)
    #expect(facts.2 == ["standard", "private", "shared"])
    #expect(facts.3 == ["oneOnOne", "group", "meeting"])
    for count in [facts.4, facts.5, facts.6, facts.7, facts.8, facts.9, facts.10] {
      #expect((count ?? 0) > 0)
    }
  }
}
