package io.coverbook.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Puts a {@link FaultPoint} around every statement, commit and rollback that goes through a data source. */
public final class FaultyDataSource {

    private FaultyDataSource() {}

    /** The same data source when no fault is planted. */
    public static DataSource around(DataSource source) {
        return FaultPoint.armed() ? proxy(DataSource.class, source) : source;
    }

    private static <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String name = method.getName();
            boolean counted = name.startsWith("execute") || name.equals("commit");
            if (counted) {
                FaultPoint.before(name);
            }
            try {
                Object result = wrap(method.invoke(target, arguments), name);
                if (counted) {
                    FaultPoint.after(name);
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? new SQLException(e) : e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object wrap(Object result, String method) {
        if (method.equals("unwrap")) {
            return result;
        }
        if (result instanceof CallableStatement statement) {
            return proxy(CallableStatement.class, statement);
        }
        if (result instanceof PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement);
        }
        if (result instanceof Statement statement) {
            return proxy(Statement.class, statement);
        }
        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
    }
}
