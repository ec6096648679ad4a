package io.coverbook.secondmodel;

/** What random portfolios may contain beyond the plain story of accounts, plans and agreements. */
enum Feature {
    /** Cards that expire or fail, payments, invoices overdue. */
    PAYMENT,
    /** Role assignments. */
    ROLES,
    /** Programme benefits. */
    PROGRAMMES,
    /** Later coverage periods of the plan on an agreement's row. */
    PERIODS,
    /** Facts on which the rules contradict each other, or say too little: open questions, left out until settled. */
    DISPUTED
}
