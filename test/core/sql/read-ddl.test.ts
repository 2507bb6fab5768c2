import { describe, expect, it } from 'vitest';
import { readDdl } from '../../../core/sql/ddl/read-ddl';

const types = (sql: string) =>
  readDdl(sql).tables.map((t) => t.columns.map((c) => [c.name, c.scale === undefined ? c.type : `${c.type} ${c.scale}`]));

describe('DDL', () => {
  it('of PostgreSQL, as it is dumped', () => {
    const { tables, problems } = readDdl(`
      -- PostgreSQL database dump
      SET client_encoding = 'UTF8';
      CREATE TYPE public.status AS ENUM ('open', 'closed');
      CREATE TABLE public.customers (
        id bigint NOT NULL,
        email character varying(255) COLLATE "C",
        tags text[] DEFAULT '{}'::text[],
        "Full Name" text DEFAULT 'it''s, (no)'::text,
        state public.status,
        key text,
        created_at timestamp(6) with time zone DEFAULT now() NOT NULL,
        paid numeric(12,2) GENERATED ALWAYS AS ((a * b)) STORED,
        many numeric, units numeric(10), money_in money, ok boolean, share double precision, day date,
        CONSTRAINT positive CHECK ((paid >= (0)::numeric))
      ) WITH (fillfactor='70');
      CREATE TABLE public.orders (order_id integer NOT NULL, customer_id bigint, parent integer);
      COPY public.orders (order_id, customer_id) FROM stdin;
1\tit's; CREATE TABLE wrong (a int);
\\.
      COMMENT ON COLUMN public.customers.email IS 'where they get mail';
      ALTER TABLE ONLY public.customers ADD CONSTRAINT customers_pkey PRIMARY KEY (id);
      ALTER TABLE ONLY public.orders ADD CONSTRAINT o PRIMARY KEY (order_id), ADD CONSTRAINT u UNIQUE (customer_id, parent);
      ALTER TABLE ONLY public.orders
        ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES public.customers(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
      CREATE UNIQUE INDEX e ON public.customers USING btree (email);
      CREATE UNIQUE INDEX f ON public.customers USING btree (key) WHERE (email IS NULL);
    `);
    expect(problems).toEqual([]);
    expect(tables.map((t) => [t.name, t.key, t.uniques])).toEqual([
      ['customers', ['id'], [['email']]],
      ['orders', ['order_id'], [['customer_id', 'parent']]],
    ]);
    expect(tables[0]?.columns.map((c) => `${c.name}: ${c.type}${c.scale === undefined ? '' : ` ${c.scale}`}`)).toEqual([
      'id: integer',
      'email: text',
      'tags: text',
      'Full Name: text',
      'state: text',
      'key: text',
      'created_at: timestamp',
      'paid: decimal 2',
      'many: number',
      'units: integer',
      'money_in: decimal 2',
      'ok: boolean',
      'share: number',
      'day: date',
    ]);
    expect(tables[0]?.columns[1]?.description).toBe('where they get mail');
    expect([...(tables[0]?.filled ?? [])]).toEqual(['id', 'created_at']);
    expect(tables[1]?.foreignKeys).toEqual([{ columns: ['customer_id'], table: 'customers', references: ['id'] }]);
  });

  it('of MySQL, as it is dumped', () => {
    const { tables } = readDdl(`
      /*!40101 SET NAMES utf8 */;
      # people
      CREATE TABLE \`order\` (
        \`id\` int unsigned NOT NULL AUTO_INCREMENT COMMENT 'it\\'s the id',
        \`customer_id\` int DEFAULT NULL,
        \`st\` enum('a','b) (') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT 'a',
        \`vip\` tinyint(1) NOT NULL, \`n\` tinyint(4), \`flag\` bit(1), \`y\` year, \`d\` double(10,2), \`at\` datetime(3),
        \`ts\` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
        \`g\` int GENERATED ALWAYS AS (\`id\` + 1) VIRTUAL,
        PRIMARY KEY (\`id\`,\`customer_id\`) USING BTREE,
        UNIQUE KEY \`u\` (\`st\`(10)),
        KEY \`k\` (\`customer_id\`), FULLTEXT KEY \`f\` (\`st\`),
        CONSTRAINT \`fk\` FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\` (\`id\`) ON DELETE SET NULL
      ) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COMMENT='x';
      INSERT INTO \`order\` VALUES (1,2,'; CREATE TABLE wrong (a int)');
    `);
    expect(tables).toMatchObject([
      {
        name: 'order',
        key: ['id', 'customer_id'],
        uniques: [['st']],
        foreignKeys: [{ columns: ['customer_id'], table: 'customers', references: ['id'] }],
      },
    ]);
    expect(tables[0]?.columns.map((c) => [c.name, c.type])).toEqual([
      ['id', 'integer'],
      ['customer_id', 'integer'],
      ['st', 'text'],
      ['vip', 'boolean'],
      ['n', 'integer'],
      ['flag', 'boolean'],
      ['y', 'integer'],
      ['d', 'number'],
      ['at', 'timestamp'],
      ['ts', 'timestamp'],
      ['g', 'integer'],
    ]);
    expect(tables[0]?.columns[0]?.description).toBe("it's the id");
  });

  it('of Snowflake, as it gives it', () => {
    const { tables } = readDdl(`
      create or replace TRANSIENT TABLE SHOP.PUBLIC.ORDERS cluster by (LINEAR(O_DATE)) (
        O_ID NUMBER(38,0) NOT NULL autoincrement start 1 increment 1 noorder,
        O_DATE TIMESTAMP_NTZ(9), AMT NUMBER(12,2), N NUMBER, DATA VARIANT,
        NOTE VARCHAR(16777216) WITH MASKING POLICY P COMMENT 'a note',
        C_ID NUMBER(38,0) FOREIGN KEY REFERENCES CUSTOMERS,
        primary key (O_ID),
        constraint FK foreign key (C_ID) references SHOP.PUBLIC.CUSTOMERS(C_ID) not enforced rely
      ) COMMENT='orders' DATA_RETENTION_TIME_IN_DAYS=1;
    `);
    expect(tables).toMatchObject([{ name: 'ORDERS', key: ['O_ID'], columns: { length: 7 } }]);
    expect(tables[0]?.foreignKeys).toEqual([
      { columns: ['C_ID'], table: 'CUSTOMERS', references: [] },
      { columns: ['C_ID'], table: 'CUSTOMERS', references: ['C_ID'] },
    ]);
    expect(types('CREATE TABLE T (A NUMBER, B NUMBER(20,4), C FLOAT, D STRING, E TIMESTAMP_LTZ)')).toEqual([
      [
        ['A', 'integer'],
        ['B', 'decimal 4'],
        ['C', 'number'],
        ['D', 'text'],
        ['E', 'timestamp'],
      ],
    ]);
  });

  it('that makes no table of its own is named', () => {
    const { tables, problems } = readDdl(
      'CREATE TABLE a AS SELECT 1; CREATE TABLE b (x int); CREATE TABLE IF NOT EXISTS s.B (y int); SELECT 1',
    );
    expect(tables.map((t) => t.name)).toEqual(['b']);
    expect(problems.map((p) => [p.code, p.details.table, p.details.reason])).toEqual([
      ['ddl-not-read', 'a', 'no-columns'],
      ['ddl-not-read', 'B', 'twice'],
    ]);
  });
});
